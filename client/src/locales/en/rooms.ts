/** What the pages are called that lie below a coordinator’s four. */
export const rooms = {
  day: 'Day',
  board: 'Board',
  timetable: 'Timetable',
  outlook: 'Outlook',
  rules: 'Programme',
  mail: 'Mail',
  changes: 'Changes',
  programs: 'Programs',
  setup: 'Set-up',
};

export type Rooms = typeof rooms;
