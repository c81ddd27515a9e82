import type { Processor } from 'bullmq';
import type { Log } from './log.ts';
import { nameOf } from './log.ts';
import type { MailJob, OpenQueue, OpenWorker, QueueBackend } from './queue-backend.ts';
import { within } from './within.ts';

export interface QueueConnection<Data = MailJob> {
  /** Null until it is connected, and once it is stopped. */
  queue(): OpenQueue<Data> | null;
  /** Resolves once connected, or stopped; never rejects. */
  ready(): Promise<void>;
  healthy(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Longest wait between two tries to connect, milliseconds. */
const LONGEST_PAUSE = 2000;
/** How long a stop waits for letters on their way; a job left behind is taken up by another worker, or after the start. */
const DRAIN_MS = 10_000;

interface Connected<Data> {
  readonly queue: OpenQueue<Data>;
  readonly worker: OpenWorker | null;
}

/**
 * Connects queue and worker as soon as their home answers, again and again until it does. What was built and did not
 * become ready is closed and built anew, since BullMQ keeps a first refusal for good.
 */
export function connectQueue<Data = MailJob>(backend: QueueBackend<Data>, processor: Processor<Data, string> | null, log: Log): QueueConnection<Data> {
  let connected: Connected<Data> | null = null;
  const stopping = new AbortController();
  const connecting = (async () => {
    connected = await connect(backend, processor, stopping.signal, log);
  })();
  return {
    queue: () => (stopping.signal.aborted ? null : connected?.queue ?? null),
    ready: () => connecting,
    async healthy() {
      if (!connected || stopping.signal.aborted) return false;
      if (connected.worker && !connected.worker.isRunning()) return false;
      return answers(connected.queue);
    },
    async stop() {
      stopping.abort();
      await connecting;
      if (connected) await close(connected);
    },
  };
}

async function connect<Data>(backend: QueueBackend<Data>, processor: Processor<Data, string> | null, stopping: AbortSignal, log: Log): Promise<Connected<Data> | null> {
  for (let tries = 0; !stopping.aborted; tries += 1) {
    try {
      return await tryToConnect(backend, processor);
    } catch (error) {
      if (tries % 10 === 0) log.warn({ fault: nameOf(error), tries: tries + 1 }, 'a queue is waiting for its database');
      await pause(Math.min(LONGEST_PAUSE, 100 * 2 ** tries), stopping);
    }
  }
  return null;
}

async function tryToConnect<Data>(backend: QueueBackend<Data>, processor: Processor<Data, string> | null): Promise<Connected<Data>> {
  await backend.probe();
  const queue = backend.openQueue();
  let worker: OpenWorker | null = null;
  try {
    await within(10_000, queue.waitUntilReady());
    worker = processor && backend.openWorker(processor);
    if (worker) await within(10_000, worker.waitUntilReady());
    return { queue, worker };
  } catch (error) {
    await Promise.allSettled([within(2000, queue.close(true)), worker && within(2000, worker.close(true))]);
    throw error;
  }
}

/** Without its home a queue cannot be closed in good order: then at once. Letters in hand end all the same, with the connections they hold. */
async function close<Data>({ queue, worker }: Connected<Data>): Promise<void> {
  const isReachable = await answers(queue);
  if (worker) await closeWithin(isReachable ? DRAIN_MS : 0, worker);
  await closeWithin(isReachable ? 2000 : 0, queue);
}

async function closeWithin(milliseconds: number, open: Pick<OpenWorker, 'close'>): Promise<void> {
  const isClosed = milliseconds > 0 && await within(milliseconds, open.close()).then(() => true, () => false);
  if (!isClosed) await within(2000, open.close(true)).catch(() => {});
}

function answers(queue: Pick<OpenQueue, 'count'>): Promise<boolean> {
  return within(2000, queue.count()).then(() => true, () => false);
}

function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => { clearTimeout(timer); stopping.removeEventListener('abort', done); resolve(); };
    const timer = setTimeout(done, milliseconds);
    stopping.addEventListener('abort', done);
    if (stopping.aborted) done();
  });
}
