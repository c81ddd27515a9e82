import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets of our users in the database so that the database alone does not give them away. */
export interface Seal {
  /** AES-256-GCM; `of` is what the secret belongs to, and opens nothing else. */
  close(secret: string, of: string): Buffer;
  /** Null when it was closed with another key, belongs to something else, or was changed. */
  open(sealed: Buffer, of: string): string | null;
  /** Knows a secret again without keeping it. */
  hash(secret: string): Buffer;
}

const NONCE = 12;
const TAG = 16;

export function openSeal(secretKey: Buffer): Seal {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));
  const encryption = key('visavis seal');
  const hashing = key('visavis hash');
  return {
    close(secret, of) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce).setAAD(Buffer.from(of));
      return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, of) {
      const decipher = createDecipheriv('aes-256-gcm', encryption, sealed.subarray(0, NONCE)).setAAD(Buffer.from(of)).setAuthTag(sealed.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    hash: (secret) => createHmac('sha256', hashing).update(secret).digest(),
  };
}
