import type { Settings } from '../call.ts';
import { isSameSecret, linkSecret, SECRET_LENGTH } from '../signing-in/secrets.ts';

/** Whose feed it is, and how often its secret was renewed. */
export interface FeedOwnership {
  readonly id: string;
  readonly feedGeneration: number;
}

/** The address to subscribe to. Names its owner, so that it is found, and carries the secret that opens it. */
export function feedUrl(settings: Settings, owner: FeedOwnership): string {
  return `${settings.publicUrl}/api/v1/feeds/${owner.id}.${secretOf(settings, owner)}.ics`;
}

/** Whose feed a file of that name would be; null when it is no name of a feed. Says nothing of whether its secret is right. */
export function ownerOfFeed(file: string): string | null {
  return FILE.exec(file)?.[1] ?? null;
}

/** Whether the file's name carries the owner's present secret. */
export function opensFeed(settings: Settings, file: string, owner: FeedOwnership): boolean {
  return isSameSecret(FILE.exec(file)?.[2] ?? '', secretOf(settings, owner));
}

function secretOf(settings: Settings, { id, feedGeneration }: FeedOwnership): string {
  return linkSecret(settings, 'feed', [id], feedGeneration);
}

const FILE = new RegExp(`^([\\w-]{1,64})\\.([\\w-]{${SECRET_LENGTH}})\\.ics$`);
