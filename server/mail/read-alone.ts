import { readReply } from '../calendar/read/itip-reply.ts';
import type { Received } from '../domain/reply.ts';

/** A calendar object that a program hands in: it vouches for whom it is from. `method`: of its Content-Type, for where the object has none. */
export function readAlone(bytes: Uint8Array, method: string | null): Received {
  const answer = readReply(bytes, method, null);
  return answer.ok ? { came: 'reply', reply: answer.reply, isVerified: true } : { came: 'nothing', fault: answer.fault };
}
