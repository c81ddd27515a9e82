import type { Rooms } from '../en/rooms.ts';

export const rooms: Rooms = {
  day: 'Día',
  board: 'Tablero',
  timetable: 'Calendario',
  outlook: 'Previsión',
  rules: 'Programa',
  mail: 'Correo',
  changes: 'Cambios',
  programs: 'Conexiones',
  setup: 'Preparación',
};
