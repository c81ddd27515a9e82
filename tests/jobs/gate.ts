import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

export interface Gate {
  /** The target's address, by way of the gate. */
  readonly url: string;
  open(): Promise<void>;
  /** Refuses, and cuts what is connected. */
  shut(): Promise<void>;
}

/** Stands before a server, on a port of its own, so that a test can take the server away and give it back. Shut at first. */
export function gateBefore(target: string, port: number): Gate {
  const { hostname, port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | null = null;

  function pass(from: Socket): void {
    const to = connect(Number(targetPort), hostname);
    for (const [socket, other] of [[from, to], [to, from]] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => { sockets.delete(socket); other.destroy(); });
    }
    from.pipe(to).pipe(from);
  }

  return {
    url: Object.assign(new URL(target), { host: `127.0.0.1:${port}` }).href,
    async open() {
      server = createServer(pass).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async shut() {
      if (!server) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      server = null;
    },
  };
}
