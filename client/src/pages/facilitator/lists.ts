export function replaceAt<T>(items: readonly T[], index: number, item: T): T[] {
  return items.map((each, place) => (place === index ? item : each));
}

export function withoutAt<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, place) => place !== index);
}
