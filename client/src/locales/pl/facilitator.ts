import { facilitator as english, type Facilitator } from '../en/facilitator.ts';

export const facilitator: Facilitator = english;
