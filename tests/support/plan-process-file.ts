import path from 'node:path';

/** In the place of the compiled program: the same, from its sources. */
export const planProcessFile = path.join(__dirname, 'plan-process.cjs');
