import type { Rooms } from '../en/rooms.ts';

export const rooms: Rooms = {
  day: 'Dzień',
  board: 'Tablica',
  timetable: 'Terminarz',
  outlook: 'Prognoza',
  rules: 'Program',
  mail: 'Poczta',
  changes: 'Zmiany',
  programs: 'Połączenia',
  setup: 'Przygotowanie',
};
