import type { Rooms } from '../en/rooms.ts';

export const rooms: Rooms = {
  day: 'Dag',
  board: 'Tavle',
  timetable: 'Skema',
  outlook: 'Udsigt',
  rules: 'Program',
  mail: 'Post',
  changes: 'Ændringer',
  programs: 'Forbindelser',
  setup: 'Opsætning',
};
