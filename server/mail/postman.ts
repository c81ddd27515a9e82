import { createTransport } from 'nodemailer';
import type { Postman } from '../domain/invitation-post.ts';
import type { Letter } from '../domain/invitation-content.ts';
import { answerTo } from './smtp-answer.ts';

interface PostmanOptions {
  /** A letter that the server has not taken by then is tried again later; also stops one that trickles its replies. */
  readonly patienceMs?: number;
  /** Letters on their way at once, each over a connection of its own. */
  readonly connections?: number;
}

/** Posts letters through the mail server at `smtpUrl`, as `smtp://user:password@host:587` or `smtps://…`. Connections are kept and shared. */
export function smtpPostman(smtpUrl: string, { patienceMs = 30_000, connections = 10 }: PostmanOptions = {}): Postman {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    // The queue alone tries again: a letter put back here could overtake the next revision.
    maxRequeues: 0,
    // Sooner than servers hang up on an idle connection.
    idleTimeout: 5000,
    connectionTimeout: 10_000,
    dnsTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection lost while nothing is on its way concerns nobody, but unheard it would end the process.
  transport.on('error', () => {});
  return {
    async post({ from, raw, to }: Letter) {
      const tooLate = new AbortController();
      const timer = setTimeout(() => tooLate.abort(), patienceMs);
      try {
        await transport.sendMail({ envelope: { from, to: [to] }, raw, signal: tooLate.signal });
        return { verdict: 'sent' };
      } catch (error) {
        return answerTo(error);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => transport.close(),
  };
}
