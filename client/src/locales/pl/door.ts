import { door as english, type Door } from '../en/door.ts';

export const door: Door = english;
