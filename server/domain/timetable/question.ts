import type { Instant } from '../interval.ts';
import type { PlanWeights } from './weights.ts';

/** What a timetable is made from: sessions, the places the slot engine lists for each, and what the programme asks for. */
export interface TimetableQuestion {
  readonly sessions: readonly PlanSession[];
  /** By session, ascending. */
  readonly choices: readonly Choice[];
  readonly clusters: readonly Party[];
  readonly facilitators: readonly Party[];
  /** Milliseconds. */
  readonly length: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly orders: readonly Order[];
  readonly facilitatorRule: FacilitatorRule;
  /** Mending: as few sessions as possible leave their present place, before any comfort. */
  readonly isMend: boolean;
  /** Null: one objective after the other. */
  readonly weights: PlanWeights | null;
}

/** `same`: one facilitator for all sessions of a cluster; `each`: every facilitator at least once where that can be; `any`: as it comes. */
export type FacilitatorRule = 'any' | 'same' | 'each';

export interface PlanSession {
  readonly id: string;
  /** Index of its cluster. */
  readonly cluster: number;
  readonly topicId: string;
  /** Its booking as it stands, where it has one: it must not be lost. */
  readonly isBooked: boolean;
}

/** A cluster or a facilitator, and what it already has besides the sessions to place. */
export interface Party {
  readonly id: string;
  /** Unsocial minutes of its other sessions in this programme, past and to come. */
  readonly burden: number;
  /** How many other sessions it has in this programme. */
  readonly load: number;
  /** Places left on each local date (epoch day) that has fewer than `maximumPerDay`. */
  readonly placesLeft: ReadonlyMap<number, number>;
  /** Absent: no limit. */
  readonly maximumPerDay?: number | undefined;
  /** Of a cluster: indexes of the facilitators who give its other sessions. */
  readonly met: readonly number[];
  /** Of a cluster: the local dates of its other sessions, one entry for each. */
  readonly days: readonly number[];
}

/** One place for one session: a slot that the engine lists. */
export interface Choice {
  readonly session: number;
  readonly cluster: number;
  readonly facilitator: number;
  readonly start: Instant;
  /** Weighted minutes outside the cluster's hours; see `discomfort.ts`. */
  readonly clusterMinutes: number;
  readonly facilitatorMinutes: number;
  /** The cluster asked for other hours and this is not one of them. */
  readonly isUnwished: boolean;
  /** Epoch day in the owner's zone. */
  readonly clusterDay: number;
  readonly facilitatorDay: number;
  /** Where the session's booking is now. */
  readonly isPresent: boolean;
  /** Somebody has said that it is to be here. */
  readonly isPinned: boolean;
  /** Only to find out what would help: a place that needs somebody to allow something. A timetable has one of them at most. */
  readonly grant?: Grant | undefined;
}

/** What has to be allowed: an hour that is otherwise none, or that one rule does not count for this place. */
export type Grant = 'hour' | 'facilitator-day-limit' | 'cluster-day-limit' | 'less-buffer' | 'less-gap' | 'drop-order' | 'other-facilitator';

/** One session of a cluster begins `gap` milliseconds after another has ended, or later. */
export interface Order {
  /** A session to place, or the end of one that has its place already. */
  readonly before: number | { readonly endsAt: Instant };
  readonly after: number | { readonly startsAt: Instant };
  readonly gap: number;
}
