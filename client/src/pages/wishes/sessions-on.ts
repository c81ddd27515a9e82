import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { byStart } from '../../api/sessions.ts';
import { type Block, blockOn } from '../facilitator/week-columns.ts';

/** A cluster's agreed sessions on one date, as minutes of it, by their topics. */
export function sessionsOn(sessions: readonly Session[], catalogue: Catalogue, date: string, zone: string): Block[] {
  return byStart(sessions).flatMap(({ booking, topicId }) => blockOn({ start: Date.parse(booking.start), end: Date.parse(booking.end) }, date, zone)
    .map((span) => ({ ...span, kind: 'booked' as const, text: catalogue.topics.get(topicId)?.name ?? '' })));
}
