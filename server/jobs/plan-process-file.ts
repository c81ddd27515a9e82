import { fileURLToPath } from 'node:url';

/** The program that solves: once built, it stands beside the server’s one file. */
export const planProcessFile = fileURLToPath(new URL('./plan-process.js', import.meta.url));
