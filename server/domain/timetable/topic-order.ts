/** One topic before another. */
export interface TopicPair {
  readonly before: string;
  readonly after: string;
}

/** What is wrong with an order of topics: which pair of the list, and how; null when it can be kept. */
export function faultIn(orders: readonly TopicPair[]): { readonly index: number; readonly message: string } | null {
  for (const [index, { before, after }] of orders.entries()) {
    const earlier = orders.slice(0, index);
    if (earlier.some((each) => each.before === before && each.after === after)) return { index, message: 'these two topics are ordered twice' };
    if (leadsTo(earlier, after, before)) return { index, message: 'the orders go in a circle' };
  }
  return null;
}

function leadsTo(orders: readonly TopicPair[], from: string, to: string): boolean {
  const reached = new Set([from]);
  // A set grows while it is walked.
  for (const topic of reached) for (const { before, after } of orders) if (before === topic) reached.add(after);
  return reached.has(to);
}
