import type { PlanCause, PlanGoneCause, PlanRelaxationCause } from '../../../../shared/api/plans.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What a reason is about. `facilitators` is a list in words, `day` a date in words, `city` where `time` is read. */
export interface About {
  cluster: string;
  topic: string;
  /** The topic that is to come before. */
  other: string;
  phase: string;
  facilitator: string;
  facilitators: string;
  city: string;
  day: string;
  time: string;
  minutes: number;
  places: number;
  most: number;
}

/** Why a session has no place in a timetable, what would give it one, and why a place has gone. */
export interface Reasons {
  why: Record<PlanCause | PlanRelaxationCause, (about: About) => string>;
  gone: Record<PlanGoneCause, string>;
}

export const reasons: Reasons = {
  why: {
    'pin-gone': ({ cluster, topic }) => `The place that ${cluster} was given for ${topic} can no longer be had.`,
    'taken-away': ({ cluster, topic }) => `Its place was taken out by hand; ${cluster} has none for ${topic}.`,
    stopped: ({ cluster, topic }) => `Planning was stopped before ${cluster} had a place for ${topic}.`,
    'no-facilitator': ({ topic }) => `Nobody teaches ${topic}.`,
    'nobody-available': ({ facilitators, phase }) => `No hours in ${phase}: ${facilitators}.`,
    'too-soon': ({ phase }) => `What is left of ${phase} begins sooner than the minimum notice allows.`,
    away: ({ facilitators, phase }) => `Away for all of ${phase} that suits: ${facilitators}.`,
    'no-common-hour': ({ cluster, facilitators, phase }) => `${cluster} shares no hour in ${phase} with ${facilitators} that is not night for it.`,
    'hours-refused': ({ cluster, phase }) => `${cluster} has refused every hour in ${phase} that facilitators have.`,
    'all-taken': ({ facilitators, phase }) => `Every hour in ${phase} is taken by sessions that stay: ${facilitators}.`,
    'cluster-full': ({ cluster, phase }) => `${cluster} has no day left in ${phase}.`,
    'topic-order': ({ topic }) => `No place for ${topic} keeps the order of topics.`,
    'facilitator-rule': ({ cluster, topic }) => `All sessions of ${cluster} have one facilitator, who has no place for ${topic}.`,
    'needed-by-others': ({ cluster, topic, facilitators, phase, places }) => `Every place in ${phase} that ${cluster} could have for ${topic} with ${facilitators} is needed by another session: ${many(places, { one: '# place', other: '# places' })}.`,
    'allow-night-hour': ({ cluster, city, day, time, facilitator }) => `Allow ${time} in ${city} on ${day} for ${cluster}, with ${facilitator}.`,
    'more-hours': ({ facilitator, city, day, time, minutes }) => `${many(minutes, { one: '# minute', other: '# minutes' })} more from ${facilitator} in ${city} on ${day}, from ${time}.`,
    'give-up-refusal': ({ cluster, day, time, facilitator }) => `Let ${cluster} give up its no to ${time} on ${day}, with ${facilitator}.`,
    'facilitator-day-limit': ({ facilitator, day, most }) => `Let ${facilitator} give more than ${many(most, { one: '# session', other: '# sessions' })} on ${day}.`,
    'cluster-day-limit': ({ cluster, day, most }) => `Let ${cluster} have more than ${many(most, { one: '# session', other: '# sessions' })} on ${day}.`,
    'less-buffer': ({ facilitator, day, time, minutes }) => `Give up the pause of ${many(minutes, { one: '# minute', other: '# minutes' })} that ${facilitator} has at ${time} on ${day}.`,
    'less-gap': ({ cluster, topic, other, minutes }) => `Let ${cluster} have ${topic} less than ${many(minutes, { one: '# minute', other: '# minutes' })} after ${other}.`,
    'drop-order': ({ cluster, topic, other }) => `Let ${cluster} have ${topic} before ${other}.`,
    'other-facilitator': ({ cluster, facilitator, topic }) => `Let ${cluster} have another facilitator for ${topic}: ${facilitator}.`,
    'shorter-notice': ({ day, time, facilitator }) => `Allow shorter notice: ${time} on ${day}, with ${facilitator}.`,
  },
  gone: {
    removed: 'the session is no longer part of the programme',
    'being-chosen': 'its cluster is choosing a time just now',
    done: 'the session has taken place',
    missed: 'the session was missed',
    waived: 'the session is waived',
    begun: 'the session has begun',
    'booked-meanwhile': 'it has been booked meanwhile',
    'booked-anew': 'it has been booked anew meanwhile',
    'booking-cancelled': 'its booking has been cancelled',
    away: 'the facilitator is away',
    'no-facilitator': 'nobody teaches this topic',
    'outside-phase': 'it lies outside its week',
    'outside-availability': 'the facilitator is not available then',
    'off-grid': 'sessions do not begin at this minute',
    'too-soon': 'it is too soon by now',
    'facilitator-engaged': 'the facilitator has another session then',
    'facilitator-busy': 'the facilitator’s calendar is taken then',
    'busy-unknown': 'the facilitator’s calendar could not be read lately',
    'facilitator-day-full': 'the facilitator’s day is full',
    'cluster-engaged': 'the cluster has another session then',
    'cluster-day-full': 'the cluster’s day is full',
    'outside-hours': 'it lies outside working hours',
    'outside-range': 'it lies outside its week',
  },
};
