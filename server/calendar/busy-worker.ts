import { parentPort, workerData } from 'node:worker_threads';
import { readBusyTimes, type BusyQuestion } from './read/busy-times.ts';

/** The whole program of a worker thread: reads one calendar and ends. */
const { bytes, question } = workerData as { bytes: Uint8Array; question: BusyQuestion };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(readBusyTimes(bytes, question));
