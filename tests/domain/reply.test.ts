import { instant } from '../../server/domain/interval.ts';
import { afterReply, type KeptReply, type Reply } from '../../server/domain/reply.ts';

const noon = instant(Date.parse('2026-03-24T12:00:00Z'));
const at = (minutes: number) => instant(noon + minutes * 60_000);
const none: KeptReply = { reply: 'none', wantsOtherTime: false, stampedAt: null, isVerified: false, comment: null };
const accepted: KeptReply = { ...none, reply: 'accepted', stampedAt: at(-10), isVerified: true };
const reply = (more: Partial<Reply>): Reply => ({ uid: 'u', sequence: 0, stampedAt: at(-5), attendee: 'a@b.example', answer: 'declined', comment: null, ...more });

describe('afterReply', () => {
  it.each<[string, KeptReply, Reply, boolean, ReturnType<typeof afterReply>]>([
    ['keeps a first answer', none, reply({ comment: 'Ill' }), true, { reply: 'declined', wantsOtherTime: false, stampedAt: at(-5), isVerified: true, comment: 'Ill' }],
    ['takes a newer one', accepted, reply({}), true, { ...accepted, reply: 'declined', stampedAt: at(-5) }],
    ['passes over an older one', accepted, reply({ stampedAt: at(-11) }), true, 'outdated'],
    ['takes another answer of the same second', accepted, reply({ stampedAt: at(-10) }), true, { ...accepted, reply: 'declined' }],
    ['passes over the same answer twice', accepted, reply({ answer: 'accepted' }), true, 'repeated'],
    ['takes an answer without a time for one of now', accepted, reply({ stampedAt: null }), true, { ...accepted, reply: 'declined', stampedAt: noon }],
    ['does not let a clock that is ahead outlast the next answer', none, reply({ stampedAt: at(600) }), true, { ...none, reply: 'declined', stampedAt: noon, isVerified: true }],
    ['never lets what nobody vouches for replace what somebody does', accepted, reply({}), false, 'unverified'],
    ['keeps what nobody vouches for where there is nothing', none, reply({}), false, { ...none, reply: 'declined', stampedAt: at(-5) }],
    ['lets somebody vouch for what was there already', { ...accepted, isVerified: false }, reply({ answer: 'accepted' }), true, { ...accepted, stampedAt: at(-5) }],
    ['keeps an answer beside the wish for another time', accepted, reply({ answer: 'other-time' }), true, { ...accepted, wantsOtherTime: true, stampedAt: at(-5) }],
    ['forgets the wish with the next answer', { ...accepted, wantsOtherTime: true }, reply({ answer: 'accepted' }), true, { ...accepted, stampedAt: at(-5) }],
    ['notes what it knows no meaning for', accepted, reply({ answer: 'noted' }), true, 'noted'],
  ])('%s', (_name, kept, received, isVerified, after) => {
    expect(afterReply(kept, received, isVerified, noon)).toEqual(after);
  });
});
