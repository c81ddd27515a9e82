import type { Rooms } from '../en/rooms.ts';

export const rooms: Rooms = {
  day: 'Jour',
  board: 'Tableau',
  timetable: 'Calendrier',
  outlook: 'Prévision',
  rules: 'Programme',
  mail: 'Courrier',
  changes: 'Modifications',
  programs: 'Connexions',
  setup: 'Préparation',
};
