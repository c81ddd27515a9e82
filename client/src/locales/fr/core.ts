import { core as english, type Core } from '../en/core.ts';

export const core: Core = english;
