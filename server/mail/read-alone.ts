import { readReply } from '../calendar/read/itip-reply.ts';
import type { Received } from '../domain/reply.ts';

/** A calendar object that a program hands in: it vouches for whom it is from. */
export function readAlone(bytes: Uint8Array): Received {
  const answer = readReply(bytes, null, null);
  return answer.ok ? { came: 'reply', reply: answer.reply, isVerified: true } : { came: 'nothing', fault: answer.fault };
}
