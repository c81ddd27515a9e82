/** Places this page itself has asked for: news of them is not news. */
const claimed = new Set<string>();

interface Place {
  facilitatorId: string;
  start: string;
}

/** Call before asking: the push may arrive before the answer. */
export function claim(place: Place): void {
  claimed.add(nameOf(place));
}

/** The place was not had, or was given back: what others do with it is news again. */
export function disclaim(place: Place): void {
  claimed.delete(nameOf(place));
}

export function isClaimed(place: Place): boolean {
  return claimed.has(nameOf(place));
}

function nameOf({ facilitatorId, start }: Place): string {
  return `${Date.parse(start)} ${facilitatorId}`;
}
