/** What is said on the page of one session. */
export const session = {
  changeNeeds: 'Change',
  needsDialog: 'What would you like to work on?',
  notBooked: 'This session has no time yet.',
  now: (day: string, time: string, city: string) => `Now: ${day}, ${time} ${city} time. It stays yours until you confirm a new one.`,
  moveTo: (time: string) => `Move to ${time}`,
  moveHeading: 'Move this session?',
  was: 'Was',
  becomes: 'Becomes',
  moveReason: 'Reason, if you like to give one',
  confirmMove: (time: string) => `Move to ${time}`,
  moving: 'Moving…',
  keepOld: 'Keep the old time',
  moved: 'Moved. New invitations are on their way.',
  cancelHeading: 'Cancel this session?',
  cancelEffect: (topic: string, name: string) => `${name} will be told by mail, and “${topic}” will be to book again.`,
  cancelReason: 'Reason, if you like to give one',
  confirmCancel: 'Cancel the session',
  keep: 'Keep it',
  cancelled: (name: string) => `Cancelled. ${name} will be told in 10 seconds.`,
  cancelFailed: 'The session could not be cancelled; it is still booked.',
  runningNow: 'It is on now.',
  tooLate: 'It has begun: it can no longer be moved or cancelled here.',
};

export type Session = typeof session;
