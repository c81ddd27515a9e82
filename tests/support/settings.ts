import { randomUUID } from 'node:crypto';
import type { Settings } from '../../server/usecases/call.ts';

/** For use cases called without a server around them. */
export const testSettings: Settings = {
  publicUrl: 'https://visavis.example',
  newId: (prefix) => `${prefix}_${randomUUID()}`,
  secretKey: Buffer.alloc(32, 7),
  isOffLimits: () => false,
};
