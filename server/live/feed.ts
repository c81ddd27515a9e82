import type { NumberedChange } from '../store/changes.ts';

/** Somebody who watches one programme. */
export interface Watcher {
  /** Watchers of one audience may hear the same: a change is put into words once for all of them. */
  readonly audience: string;
  /** Sends what this watcher alone has missed. */
  catchUp(changes: readonly NumberedChange[]): void;
  /** It was away too long, or knows what is no longer so: it must read everything again. */
  reset(revision: number): void;
}

export interface FeedSource {
  currentRevision(): Promise<number>;
  changesAfter(revision: number, limit: number): Promise<NumberedChange[]>;
  /** To every watcher who has joined, as far as they may hear. */
  broadcast(changes: readonly NumberedChange[]): void;
}

/** Further behind than this, reading everything again is the quicker way. */
export const CATCH_UP_LIMIT = 2000;
const PAGE = 500;

/**
 * One programme's changes, read from the database in order and told to all who watch: none twice, none missing.
 * Everything goes through one line of waiting, so that joining and telling never overtake each other.
 */
export class ProgrammeFeed {
  private readonly source: FeedSource;
  private line: Promise<unknown> = Promise.resolve();
  private reached: number | null = null;
  private pullWaits = false;
  private joining = 0;

  constructor(source: FeedSource) {
    this.source = source;
  }

  /** The revision up to which everyone who has joined has been told. */
  get revision(): number {
    return this.reached ?? 0;
  }

  /** Whether somebody has asked to join and has not yet. */
  get isJoining(): boolean {
    return this.joining > 0;
  }

  /** Reads what is new and tells it; calls while one waits are one. */
  wake(): Promise<void> {
    if (this.pullWaits) return Promise.resolve();
    this.pullWaits = true;
    return this.inLine(async () => {
      this.pullWaits = false;
      await this.pull();
    });
  }

  /** Tells the watcher what it missed since `after`, then `join`s it to the rest; returns the revision it has reached. */
  async join(watcher: Watcher, after: number | undefined, join: () => void): Promise<number> {
    this.joining += 1;
    try {
      return await this.joinInLine(watcher, after, join);
    } finally {
      this.joining -= 1;
    }
  }

  private joinInLine(watcher: Watcher, after: number | undefined, join: () => void): Promise<number> {
    return this.inLine(async () => {
      await this.pull();
      const reached = this.reached ?? 0;
      // Who knows more than there is knew it before the database was put back to an older state.
      if (after !== undefined && (after > reached || reached - after > CATCH_UP_LIMIT)) watcher.reset(reached);
      else if (after !== undefined && after < reached) watcher.catchUp(await this.missed(after, reached));
      join();
      return reached;
    });
  }

  private async pull(): Promise<void> {
    if (this.reached === null) {
      this.reached = await this.source.currentRevision();
      return;
    }
    for (;;) {
      const changes = await this.source.changesAfter(this.reached, PAGE);
      const last = changes.at(-1);
      if (!last) return;
      this.source.broadcast(changes);
      this.reached = last.revision;
    }
  }

  private async missed(after: number, until: number): Promise<NumberedChange[]> {
    const changes = await this.source.changesAfter(after, CATCH_UP_LIMIT);
    return changes.filter(({ revision }) => revision <= until);
  }

  private inLine<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.line.then(work);
    // A failure (the database is away) is the caller's to know; the line goes on.
    this.line = done.catch(() => {});
    return done;
  }
}

/** One feed for each programme that somebody here watches, or is about to. */
export class Feeds {
  private readonly feeds = new Map<string, ProgrammeFeed>();
  private readonly sourceOf: (programmeId: string) => FeedSource;

  constructor(sourceOf: (programmeId: string) => FeedSource) {
    this.sourceOf = sourceOf;
  }

  of(programmeId: string): ProgrammeFeed {
    const known = this.feeds.get(programmeId);
    if (known) return known;
    const feed = new ProgrammeFeed(this.sourceOf(programmeId));
    this.feeds.set(programmeId, feed);
    return feed;
  }

  /** Lets go of what nobody watches. A feed that is being joined stays: who joined one that was let go would never be told anything. */
  keepWatched(isWatched: (programmeId: string) => boolean): string[] {
    for (const [programmeId, feed] of this.feeds) if (!feed.isJoining && !isWatched(programmeId)) this.feeds.delete(programmeId);
    return [...this.feeds.keys()];
  }
}
