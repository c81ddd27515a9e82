import { gathered } from '../../server/store/gathered.ts';

/** A round ends when it is told to. */
function rounds(most: number) {
  const begun: { items: readonly string[]; end(): void; fail(error: Error): void }[] = [];
  const add = gathered((item: string) => item[0]!, most, (items) => new Promise<string[]>((resolve, reject) => {
    begun.push({ items, end: () => resolve(items.map((item) => item.toUpperCase())), fail: reject });
  }));
  return { add, begun, soon: () => new Promise((resolve) => { setImmediate(resolve); }) };
}

it('does at once what comes at once, then what has come meanwhile, so many at most, and answers each by its own', async () => {
  const { add, begun, soon } = rounds(2);
  const first = [add('a1')];
  await soon();
  const later = ['a2', 'a3', 'a4'].map(add);
  await soon();
  expect(begun.map(({ items }) => items)).toEqual([['a1']]);
  for (const round of [0, 1, 2]) {
    begun[round]!.end();
    await soon();
  }
  expect(begun.map(({ items }) => items)).toEqual([['a1'], ['a2', 'a3'], ['a4']]);
  expect(await Promise.all([...first, ...later])).toEqual(['A1', 'A2', 'A3', 'A4']);
  const again = add('a5');
  await soon();
  begun[3]!.end();
  expect(await again).toBe('A5');
});

it('lets no group wait for another, and no round fall with the one before', async () => {
  const { add, begun, soon } = rounds(9);
  const [broken, other] = [add('a1'), add('b1')];
  await soon();
  const next = add('a2');
  begun[0]!.fail(new Error('lost'));
  await expect(broken).rejects.toThrow('lost');
  await soon();
  begun[1]!.end();
  begun[2]!.end();
  expect([await other, await next]).toEqual(['B1', 'A2']);
});
