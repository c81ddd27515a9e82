import { connect, type Socket } from 'node:net';
import { pause } from './until.ts';

/** A line into a running Mozilla program, by which tests do what a person at its screen would. */
export interface Marionette {
  /** Runs the body of an async function in the program itself, with `given` in its hands; what it returns comes back as JSON. */
  run<Value>(body: string, given?: unknown): Promise<Value>;
  close(): void;
}

type Answer = [type: 1, id: number, error: { message: string } | null, result: { value: unknown } | null];

/** Connects once the program listens, within a minute. The protocol: `length:[0, id, command, parameters]`, answered by `length:[1, id, error, result]`. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await connected(port);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  onPackets(socket, (packet) => {
    if (!Array.isArray(packet)) return;
    const [, id, error, result] = packet as Answer;
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result?.value);
    waiting.delete(id);
  });
  socket.on('close', () => { for (const { reject } of waiting.values()) reject(new Error('the program hung up')); });
  const send = (command: string, parameters: object) => new Promise<unknown>((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    const text = JSON.stringify([0, last, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
  await send('WebDriver:NewSession', { capabilities: {} });
  await send('Marionette:SetContext', { value: 'chrome' });
  await send('WebDriver:SetTimeouts', { script: 60_000 });
  return {
    async run<Value>(body: string, given?: unknown) {
      const script = `const [given, done] = arguments; (async () => { ${body} })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      const answer = await send('WebDriver:ExecuteAsyncScript', { script, args: [given ?? null], sandbox: 'system', newSandbox: false }) as { value?: Value; error?: string };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as Value;
    },
    close: () => { socket.destroy(); },
  };
}

async function connected(port: number): Promise<Socket> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return await new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      });
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(100);
    }
  }
}

function onPackets(socket: Socket, take: (packet: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let colon = rest.indexOf(':'); colon >= 0; colon = rest.indexOf(':')) {
      const end = colon + 1 + Number(rest.subarray(0, colon).toString());
      if (rest.length < end) return;
      take(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  });
}
