import path from 'node:path';

/** In the place of the compiled thread: the same, from its sources. */
export const planThreadFile = path.join(__dirname, 'plan-thread.cjs');
