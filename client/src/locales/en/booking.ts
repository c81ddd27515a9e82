import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said while a time is chosen, held and booked. */
export const booking = {
  book: {
    steps: ['Choose a time', 'Your needs', 'Booked'],
    stepsLabel: 'Steps',
    choose: 'Choose a time',
    chooseNew: 'Choose a new time',
    lead: (minutes: string, dates: string) => `${minutes}, ${dates}`,
    shownIn: 'Times shown in',
    zoneOption: (city: string, time: string) => `${city} — ${time} now`,
    anyone: 'Any facilitator',
    facilitator: 'Facilitator',
    alsoOutside: (count: number) => `Also show ${count} outside office hours`,
    device: (device: string, shown: string) => `Your device is on ${device} time. Times here are for ${shown}.`,
    showDevice: 'Show mine',
    times: (count: number) => many(count, { one: '# time', other: '# times' }),
    timesLegend: 'Free times',
    taken: 'just taken',
    clocksChange: (city: string, before: string, after: string) => `Clocks change in ${city} before this day (${before} to ${after}). Every time here already counts that.`,
    looking: (others: number) => many(others, { one: '# other is looking at these times', other: '# others are looking at these times' }),
    newTimes: (count: number) => many(count, { one: '# new time.', other: '# new times.' }),
    showNew: 'Show',
    pick: 'Choose a time to see it on both clocks. Nothing is booked until you confirm.',
    hold: (time: string) => `Hold ${time}`,
    holding: 'Holding…',
    lostOne: (time: string, city: string) => `${time} in ${city} was just taken by another cluster.`,
    lostRace: 'That time has just been taken. Please choose another.',
    nearest: 'Nearest free:',
    takenBatch: (taken: number, left: number) => `${many(taken, { one: '# time has', other: '# times have' })} just been taken. ${left} left.`,
    busyAsOf: (time: string, city: string) => `own calendar last read ${time} in ${city}`,

    needsHeading: 'What would you like to work on?',
    heldFor: 'Held for',
    keep: 'Keep it longer',
    keptLonger: (left: string) => `Held for ${left} more.`,
    release: 'Release',
    lastMinute: 'One minute left on your hold. Press “Keep it longer” to extend.',
    lastMinuteNoMore: 'One minute left on your hold. It cannot be extended again.',
    aims: 'What do you want to get out of this session?',
    aimsHint: 'Your facilitator reads this before you meet. Two or three lines are plenty.',
    aimsMissing: 'Say in a line or two what you want to work on.',
    planFor: 'Anything we should plan for?',
    plans: { captions: 'Captions', sign: 'Sign language interpreter', reader: 'Screen-reader friendly material', bandwidth: 'Low bandwidth' },
    confirm: 'Confirm booking',
    confirming: 'Booking…',
    errors: 'Please look at this again:',
    lapsed: (time: string, city: string) => `Your hold on ${time} in ${city} ended and the time went back to everyone. What you wrote is kept.`,
    sameAgain: 'Try the same time again',
    released: 'Time released.',

    bookedHeading: 'You are booked',
    withWhom: (name: string, time: string, city: string) => `with ${name}, for whom it is ${time} in ${city}.`,
    nextSession: (topic: string) => `Next: ${topic}`,
    toProgramme: 'Back to my programme',
    doneHeading: 'This session has been held',
  },
};

export type Booking = typeof booking;
