import type { Choice, TimetableQuestion } from '../../server/domain/timetable/question.ts';

/**
 * The best of all timetables, by trying every one: written from the rules, without the code that is tested. Answers the
 * objectives in their order, each as low as it goes given those before it.
 */
export function bestByTrying(question: TimetableQuestion): number[] {
  const options = question.sessions.map((_, session) => [null, ...question.choices.filter((choice) => choice.session === session)]);
  let best: number[] | null = null;
  const placed: Choice[] = [];
  const goOn = (session: number): void => {
    if (session === options.length) {
      if (!keepsWholeRules(question, placed)) return;
      const found = valuesOf(question, placed);
      if (best === null || isLess(found, best)) best = found;
      return;
    }
    for (const choice of options[session]!) {
      if (choice === null) goOn(session + 1);
      else if (placed.every((other) => goTogether(question, choice, other))) {
        placed.push(choice);
        if (daysHold(question, placed)) goOn(session + 1);
        placed.pop();
      }
    }
  };
  goOn(0);
  return best!;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return false;
}

function goTogether({ length, bufferBefore, bufferAfter }: TimetableQuestion, a: Choice, b: Choice): boolean {
  const meet = (before: number, after: number) => a.start - before < b.start + length + after && b.start - before < a.start + length + after;
  if (a.facilitator === b.facilitator && meet(bufferBefore, bufferAfter)) return false;
  return a.cluster !== b.cluster || !meet(0, 0);
}

function daysHold({ clusters, facilitators }: TimetableQuestion, placed: readonly Choice[]): boolean {
  const last = placed.at(-1)!;
  const cluster = clusters[last.cluster]!;
  const facilitator = facilitators[last.facilitator]!;
  const inDay = placed.filter((each) => each.cluster === last.cluster && each.clusterDay === last.clusterDay).length;
  const given = placed.filter((each) => each.facilitator === last.facilitator && each.facilitatorDay === last.facilitatorDay).length;
  return inDay <= (cluster.placesLeft.get(last.clusterDay) ?? cluster.maximumPerDay ?? Infinity)
    && given <= (facilitator.placesLeft.get(last.facilitatorDay) ?? facilitator.maximumPerDay ?? Infinity);
}

function keepsWholeRules(question: TimetableQuestion, placed: readonly Choice[]): boolean {
  const startOf = (session: number) => placed.find((each) => each.session === session)?.start;
  const inOrder = question.orders.every(({ before, after, gap }) => {
    const second = typeof after === 'number' ? startOf(after) : after.startsAt;
    if (second === undefined) return true;
    const first = typeof before === 'number' ? startOf(before) : before.endsAt - question.length;
    if (first === undefined) return typeof after === 'object';
    return first + question.length + gap <= second;
  });
  if (!inOrder || question.facilitatorRule !== 'same') return inOrder;
  return question.clusters.every(({ met }, cluster) => {
    const now = [...new Set(placed.filter((each) => each.cluster === cluster).map(({ facilitator }) => facilitator))];
    return now.length <= 1 && (met.length === 0 || now.every((each) => met.includes(each)));
  });
}

function valuesOf(question: TimetableQuestion, placed: readonly Choice[]): number[] {
  const { sessions, clusters, facilitators, choices } = question;
  const booked = sessions.flatMap(({ isBooked }, index) => (isBooked ? [index] : []));
  const has = (session: number) => placed.some((each) => each.session === session);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const pairs = (count: number) => count * (count - 1) / 2;
  const unmet = new Set(choices.filter((each) => !clusters[each.cluster]!.met.includes(each.facilitator)).map((each) => `${each.cluster} ${each.facilitator}`));
  for (const each of placed) unmet.delete(`${each.cluster} ${each.facilitator}`);
  const burdens = [
    ...clusters.map(({ burden }, cluster) => burden + sum(placed.filter((each) => each.cluster === cluster).map((each) => each.clusterMinutes))),
    ...facilitators.map(({ burden }, facilitator) => burden + sum(placed.filter((each) => each.facilitator === facilitator).map((each) => each.facilitatorMinutes))),
  ];
  const near = clusters.map(({ days }, cluster) => {
    const all = [...days, ...placed.filter((each) => each.cluster === cluster).map((each) => each.clusterDay)];
    return sum(all.flatMap((day, i) => all.slice(i + 1).map((other) => Math.max(0, 2 - Math.abs(day - other)))));
  });
  const discomfort = sum(placed.map((each) => each.clusterMinutes + each.facilitatorMinutes));
  const share = Math.max(0, ...burdens);
  const load = sum(facilitators.map(({ load: before }, facilitator) => pairs(before + placed.filter((each) => each.facilitator === facilitator).length)));
  const unwished = placed.filter(({ isUnwished }) => isUnwished).length;
  const { weights } = question;
  return [
    ...(booked.length > 0 ? [booked.filter((session) => !has(session)).length] : []),
    sessions.length - placed.length,
    ...(question.facilitatorRule === 'each' ? [unmet.size] : []),
    ...(question.isMend ? [placed.filter((each) => sessions[each.session]!.isBooked && !each.isPresent).length] : []),
    ...(weights === null
      ? [discomfort, share, load, ...(choices.some(({ isUnwished }) => isUnwished) ? [unwished] : []), sum(near)]
      : [discomfort * (weights.discomfort ?? 0) + share * (weights.share ?? 0) + load * (weights.load ?? 0) + unwished * (weights.preferences ?? 0) + sum(near) * (weights.spread ?? 0)]),
  ];
}
