import { fileURLToPath } from 'node:url';

/** The thread's program, beside this file once compiled. */
export const planThreadFile = fileURLToPath(new URL('./plan-thread.js', import.meta.url));
