import { coordinator as english, type Coordinator } from '../en/coordinator.ts';

export const coordinator: Coordinator = english;
