interface Waiting<Item, Value> {
  readonly item: Item;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

/**
 * Does the work of many at once: of one group, one round is under way at a time, and whoever comes meanwhile is in the next,
 * at most so many. One caller alone waits for nobody. `work` answers for every item, in order; if it throws, all of its round do.
 */
export function gathered<Item, Value>(groupOf: (item: Item) => string, most: number, work: (items: readonly Item[]) => Promise<readonly Value[]>): (item: Item) => Promise<Value> {
  const groups = new Map<string, Waiting<Item, Value>[]>();

  const run = async (group: string, waiting: Waiting<Item, Value>[]) => {
    // Whoever comes in the same turn of the event loop is of the first round.
    await Promise.resolve();
    while (waiting.length > 0) await round(waiting.splice(0, most), work);
    groups.delete(group);
  };

  return (item) => new Promise<Value>((resolve, reject) => {
    const group = groupOf(item);
    const waiting = groups.get(group);
    if (waiting) return void waiting.push({ item, resolve, reject });
    const first = [{ item, resolve, reject }];
    groups.set(group, first);
    void run(group, first);
  });
}

async function round<Item, Value>(each: readonly Waiting<Item, Value>[], work: (items: readonly Item[]) => Promise<readonly Value[]>): Promise<void> {
  try {
    const values = await work(each.map(({ item }) => item));
    for (const [index, { resolve }] of each.entries()) resolve(values[index]!);
  } catch (error) {
    for (const { reject } of each) reject(error);
  }
}
