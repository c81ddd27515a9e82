/** A whole number from 0 to below. */
export type Random = (below: number) => number;

/** Numbers without pattern and without chance: xorshift, always from the same seed. */
export function seeded(): Random {
  let state = 0x9e3779b9;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
