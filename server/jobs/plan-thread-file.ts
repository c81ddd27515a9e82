import { fileURLToPath } from 'node:url';

/** The thread's program: once built, it stands beside the server's one file. */
export const planThreadFile = fileURLToPath(new URL('./plan-thread.js', import.meta.url));
