import type { Instant } from '../../server/domain/interval.ts';
import type { PlainFacilitator, PlainQuestion } from './plain-question.ts';

/** Mistakes that engines were seen to make, planted by changing what the engine is asked. */
export const mutations: readonly { mistake: string; mutate: (question: PlainQuestion) => PlainQuestion }[] = [
  { mistake: 'swaps the buffers', mutate: (question) => ({ ...question, policy: {
    ...question.policy, bufferBeforeMinutes: question.policy.bufferAfterMinutes, bufferAfterMinutes: question.policy.bufferBeforeMinutes,
  } }) },
  { mistake: 'floors its clock to hours', mutate: (question) => ({ ...question, now: Math.floor(question.now / 3_600_000) * 3_600_000 as Instant }) },
  { mistake: 'reads the phase in the viewer’s zone', mutate: (question) => ({ ...question, programmeTimeZone: question.timeZone }) },
  { mistake: 'reads the range in the facilitator’s zone', mutate: (question) => ({ ...question, timeZone: question.facilitators[0]!.timeZone }) },
  { mistake: 'takes touching for overlapping', mutate: eachFacilitator((facilitator) => ({
    ...facilitator, busy: facilitator.busy.map(({ start, end }) => ({ start: start - 1 as Instant, end: end + 1 as Instant })),
  })) },
  { mistake: 'forgets the buffers of other sessions', mutate: eachFacilitator((facilitator) => ({
    ...facilitator, engagements: facilitator.engagements.map(({ span }) => ({ span, protectedSpan: span })),
  })) },
  { mistake: 'counts a facilitator’s day in another zone', mutate: eachFacilitator((facilitator, { cluster }) => ({
    ...facilitator, timeZone: cluster.timeZone, availability: {
      ...facilitator.availability, travel: [{ from: '2023-01-01', until: '2029-12-31', timeZone: facilitator.timeZone }, ...facilitator.availability.travel ?? []],
    },
  })) },
  { mistake: 'counts the cluster’s day in the facilitator’s zone', mutate: (question) => ({
    ...question, cluster: { ...question.cluster, timeZone: question.facilitators[0]!.timeZone },
  }) },
  { mistake: 'forgets overrides', mutate: eachFacilitator((facilitator) => ({ ...facilitator, availability: { ...facilitator.availability, overrides: [] } })) },
  { mistake: 'forgets days off', mutate: eachFacilitator((facilitator) => ({
    ...facilitator, availability: { ...facilitator.availability, overrides: facilitator.availability.overrides.filter(({ spans }) => spans.length > 0) },
  })) },
  { mistake: 'keeps one of two overrides of a date', mutate: eachFacilitator((facilitator) => ({
    ...facilitator, availability: { ...facilitator.availability, overrides: [...new Map(facilitator.availability.overrides.map((each) => [each.date, each])).values()] },
  })) },
  { mistake: 'forgets journeys', mutate: eachFacilitator((facilitator) => ({ ...facilitator, availability: { ...facilitator.availability, travel: [] } })) },
  { mistake: 'forgets when rules begin and end', mutate: eachFacilitator((facilitator) => ({
    ...facilitator, availability: { ...facilitator.availability, rules: facilitator.availability.rules.map(({ days, from, to }) => ({ days, from, to })) },
  })) },
  { mistake: 'takes 23:59 for the end of the day', mutate: eachFacilitator((facilitator) => ({
    ...facilitator, availability: {
      ...facilitator.availability, rules: facilitator.availability.rules.map((rule) => (rule.to === '24:00' && rule.from < '23:59' ? { ...rule, to: '23:59' } : rule)),
    },
  })) },
  { mistake: 'works on Saturdays', mutate: (question) => ({ ...question, cluster: {
    ...question.cluster, workingHours: { ...question.cluster.workingHours ?? { from: '09:00', to: '17:00' }, days: [1, 2, 3, 4, 5, 6] },
  } }) },
];

function eachFacilitator(mutate: (facilitator: PlainFacilitator, question: PlainQuestion) => PlainFacilitator) {
  return (question: PlainQuestion): PlainQuestion => ({
    ...question, facilitators: question.facilitators.map((facilitator) => mutate(facilitator, question)),
  });
}
