import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import { calendarsIn, recordFolder, recordSent } from './calendar-record.ts';

/** A mail that the sink has heard to its end, whether it took it or not. */
export interface Heard {
  readonly to: string;
  readonly raw: string;
}

/** `take`; or a reply code with its text; or hang up without a word after all of DATA; or say nothing for ever. */
export type Behaviour = 'take' | 'cut' | 'hang' | `${number} ${string}`;

export interface SinkScript {
  /** For an address, before its mail. */
  rcpt?(address: string): 'take' | `${number} ${string}`;
  /** For a mail; `time` counts the mails to this address, from 1. */
  data?(mail: Heard, time: number): Behaviour | Promise<Behaviour>;
}

export interface SmtpSink {
  readonly url: string;
  /** Mails taken, in the order in which they were. */
  readonly taken: readonly Heard[];
  /** All mails heard, taken or not. */
  readonly heard: readonly Heard[];
  script: SinkScript;
  /** Resolves when `is` holds, looked at after each mail; fails after `milliseconds`. */
  until(is: () => boolean, milliseconds?: number): Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine that does what its script says. */
export async function startSmtpSink(script: SinkScript = {}, port = 0): Promise<SmtpSink> {
  const taken: Heard[] = [];
  const heard: Heard[] = [];
  const lookers = new Set<() => void>();
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      done(refusal(sink.script.rcpt?.(address) ?? 'take'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = { to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') };
        heard.push(mail);
        if (recordFolder) for (const text of new Set(calendarsIn(mail.raw))) recordSent(text);
        const time = heard.filter(({ to }) => to === mail.to).length;
        void answer(mail, session, time, done);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function answer(mail: Heard, session: SMTPServerSession, time: number, done: (error?: Error | null) => void): Promise<void> {
    const behaviour = await (sink.script.data?.(mail, time) ?? 'take');
    if (behaviour === 'take') taken.push(mail);
    for (const look of lookers) look();
    if (behaviour === 'hang') return;
    if (behaviour === 'cut') hangUp(sockets, session);
    else done(refusal(behaviour));
  }

  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    heard,
    script,
    until: (is, milliseconds = 15_000) => new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        lookers.delete(look);
        reject(new Error(`not within ${milliseconds} ms; heard ${heard.length}, taken ${taken.length}`));
      }, milliseconds);
      const look = () => {
        if (!is()) return;
        clearTimeout(timer);
        lookers.delete(look);
        resolve();
      };
      lookers.add(look);
      look();
    }),
    close: () => new Promise((resolve) => { server.close(resolve); }),
  };
  return sink;
}

function refusal(behaviour: string): Error | null {
  if (behaviour === 'take') return null;
  return Object.assign(new Error(behaviour.slice(4)), { responseCode: Number(behaviour.slice(0, 3)) });
}

/** By the client's port, since smtp-server gives nobody its sockets. */
function hangUp(sockets: ReadonlySet<Socket>, session: SMTPServerSession): void {
  for (const socket of sockets) {
    if (socket.remotePort === session.remotePort) socket.destroy();
  }
}
