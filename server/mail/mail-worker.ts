import { parentPort, workerData } from 'node:worker_threads';
import { readAlone } from './read-alone.ts';

/** The whole program of a worker thread: reads one answer, a mail or a calendar object, and ends. */
const { form, bytes, authority, method } = workerData as { form: 'calendar' | 'mail'; bytes: Uint8Array; authority: string | null; method: string | null };
// What takes mails apart takes longer to load than most answers to read.
const received = form === 'mail' ? await (await import('./read-mail.ts')).readMail(bytes, authority) : readAlone(bytes, method);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(received);
