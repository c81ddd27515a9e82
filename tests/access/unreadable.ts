import { cast, secrets, type Actor } from './cast.ts';

const people = ['facilitator-0', 'facilitator-1', 'representative-0', 'representative-1', 'observers'];
const addresses = (...names: string[]) => names.map((name) => `${name}@${secrets.own}`);
const except = (...known: string[]) => addresses(...people.filter((each) => !known.includes(each)));

/** Texts that no answer to this caller may have: what was confided to others, and addresses that are not theirs to know. */
const confided: Record<Actor, string[]> = {
  nobody: [secrets.needs, secrets.reason, secrets.own, secrets.elsewhere],
  owner: [],
  coordinator: [secrets.elsewhere],
  facilitator: [secrets.elsewhere, ...except('facilitator-0')],
  otherFacilitator: [secrets.elsewhere, secrets.needs, secrets.reason, 'meet.jit.si', ...except('facilitator-1')],
  representative: [secrets.elsewhere, ...except('representative-0')],
  otherRepresentative: [secrets.elsewhere, secrets.needs, secrets.reason, 'meet.jit.si', ...except('representative-1')],
  observer: [secrets.elsewhere, secrets.needs, secrets.reason, 'meet.jit.si', ...except('observers')],
  coordinatorElsewhere: [secrets.needs, secrets.reason, secrets.own],
  facilitatorElsewhere: [secrets.needs, secrets.reason, secrets.own],
  representativeElsewhere: [secrets.needs, secrets.reason, secrets.own],
  observerElsewhere: [secrets.needs, secrets.reason, secrets.own],
};

/** What of it an answer has all the same; nothing, if all is well. */
export function leaksTo(actor: Actor, text: string, { addresses: mayHaveAddresses = false } = {}): string[] {
  return confided[actor].filter((secret) => text.includes(secret) && !(mayHaveAddresses && secret.includes('.example')));
}

/** Where a row's last column stands for four. */
export function expectedOf(expected: readonly string[], actor: Actor): number {
  const place = cast.indexOf(actor);
  if (place < 8) return Number(expected[place]);
  const elsewhere = expected[8]!.split('/');
  return Number(elsewhere[place - 8] ?? elsewhere[0]);
}
