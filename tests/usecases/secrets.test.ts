import { randomBytes } from 'node:crypto';
import { newSecret } from '../../server/usecases/signing-in/sign-in.ts';
import { linkSecret } from '../../server/usecases/signing-in/secrets.ts';

const MANY = 10_000;

/** What opens something: cookies, mailed links and programs' tokens; feeds and personal links. */
const kinds: [string, number, (index: number) => string][] = [
  ['made at random', 256, () => newSecret()],
  ['derived for a feed', 128, (() => { const settings = { secretKey: randomBytes(32) }; return (index: number) => linkSecret(settings, 'feed', ['fac_one'], index); })()],
  ['derived for a booking', 128, (() => { const settings = { secretKey: randomBytes(32) }; return (index: number) => linkSecret(settings, 'manage', [`bkg_${index}`, 'rep_one'], 0); })()],
];

describe.each(kinds)('ten thousand secrets %s', (_kind, bits, make) => {
  const secrets = Array.from({ length: MANY }, (_, index) => make(index));

  it(`have ${bits} bits or more and are each another`, () => {
    expect(new Set(secrets).size).toBe(MANY);
    expect(new Set(secrets.map((secret) => Math.floor((secret.length * 6) / 8) * 8))).toEqual(new Set([bits]));
    expect(secrets.every((secret) => /^[\w-]+$/.test(secret))).toBe(true);
  });

  it('have no bit that can be told beforehand, nor from the one before', () => {
    const bytes = secrets.map((secret) => Buffer.from(secret, 'base64url').subarray(0, bits / 8));
    const isSet = (buffer: Buffer, bit: number) => (buffer[bit >> 3]! >> (bit & 7)) & 1;
    for (let bit = 0; bit < bits; bit += 1) {
      const ones = bytes.filter((each) => isSet(each, bit)).length;
      const kept = bytes.filter((each, index) => index > 0 && isSet(each, bit) === isSet(bytes[index - 1]!, bit)).length;
      // Seven standard deviations of ten thousand throws of a coin: by chance once in a hundred thousand million.
      for (const count of [ones, kept]) expect(Math.abs(count - MANY / 2)).toBeLessThan(350);
    }
  });
});
