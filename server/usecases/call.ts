import type { Instant } from '../domain/interval.ts';
import type { Access } from './signing-in/access.ts';

/** What every use case is given besides its input: who asks, when, and where new names come from. */
export interface Call {
  readonly access: Access;
  readonly now: Instant;
  readonly settings: Settings;
  /** Of a browser that is signed in; programs have none. */
  readonly signInId?: string;
  readonly signedInAt?: Instant;
}

export interface Settings {
  /** How users reach us, without a trailing slash. */
  readonly publicUrl: string;
  /** An opaque identifier of at least 120 random bits, `ses_…`. */
  newId(prefix: string): string;
  /** From which the secrets of feeds and personal links are derived; leaves the process in no other form. */
  readonly secretKey: Buffer;
  /** Whether an address shows by itself that it is not one of the public internet's: then it is refused when it is given. */
  isOffLimits(address: string): boolean;
}
