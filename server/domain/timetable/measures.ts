import type { PlanMeasures } from '../../../shared/api/plans.ts';
import { objectives } from './objectives.ts';
import type { Choice, Party, TimetableQuestion } from './question.ts';

/** What a timetable comes to, however it was made: sums, and who bears what. */
export function placementMeasures(question: TimetableQuestion, placed: readonly Choice[]): Omit<PlanMeasures, 'objectives'> {
  const ofFacilitator = (index: number) => placed.filter(({ facilitator }) => facilitator === index);
  const ofCluster = (index: number) => placed.filter(({ cluster }) => cluster === index);
  return {
    placed: placed.length,
    unplaced: question.sessions.length - placed.length,
    moved: objectives.moved.measure(question, placed),
    discomfort: objectives.discomfort.measure(question, placed),
    largestShare: objectives.share.measure(question, placed),
    unwished: objectives.preferences.measure(question, placed),
    closeness: objectives.spread.measure(question, placed),
    loads: question.facilitators.map((each, index) => ({ facilitatorId: each.id, before: each.load, planned: ofFacilitator(index).length })),
    ledger: [
      ...question.clusters.map((each, index) => entry('cluster', each, ofCluster(index).map(({ clusterMinutes }) => clusterMinutes))),
      ...question.facilitators.map((each, index) => entry('facilitator', each, ofFacilitator(index).map(({ facilitatorMinutes }) => facilitatorMinutes))),
    ],
  };
}

function entry(side: 'cluster' | 'facilitator', { id, burden }: Party, minutes: readonly number[]): PlanMeasures['ledger'][number] {
  return { side, id, before: burden, planned: minutes.reduce((sum, each) => sum + each, 0) };
}
