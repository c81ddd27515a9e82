import { signal } from '@preact/signals';
import type { Socket } from 'socket.io-client';
import type { Change } from '../../../shared/api/changes.ts';
import type { ClientToServer, ServerToClient } from '../../../shared/live.ts';
import { getMe } from '../api/endpoints.ts';
import { refresh } from '../api/resource.ts';
import { viewer } from '../state/me.ts';

/** `away` after two seconds without a line, or while the server cannot say what changes; a blink shorter than that is not worth a word. */
export const line = signal<'up' | 'away' | 'offline'>(navigator.onLine ? 'up' : 'offline');

/** How many, this page included, look at each session's times. */
export const looking = signal<ReadonlyMap<string, number>>(new Map());

const QUIET_MS = 2000;
const listeners = new Set<(change: Change) => void>();
let socket: Socket<ServerToClient, ClientToServer> | null = null;
let revision = 0;
let returning = false;
let lookedAt: string | null = null;
let silence: ReturnType<typeof setTimeout> | undefined;
let nextTry: ReturnType<typeof setTimeout> | undefined;
let refusals = 0;

/**
 * Follows one programme until the page is closed: changes in order, and after a break what was missed.
 * @param after the programme's revision, read before anything that is to be kept up to date
 */
export async function follow(programmeId: string, after: number): Promise<void> {
  revision = after;
  try {
    // Named here, so that what else is in it is left out.
    const { io } = await import('socket.io-client');
    listen(io({ path: '/live', reconnectionDelayMax: 5000, withCredentials: true }), programmeId);
  } catch {
    lostLine();
    tryLater(() => void follow(programmeId, after));
  }
}

function listen(opened: NonNullable<typeof socket>, programmeId: string): void {
  socket = opened;
  socket.on('connect', () => watch(programmeId));
  socket.on('disconnect', () => {
    lostLine();
    if (!socket?.active) void askWhy();
  });
  socket.on('connect_error', () => {
    lostLine();
    // Refused, for lack of its database or of places it may be: from then on the socket does not try by itself.
    if (!socket?.active) tryLater(() => void askWhy());
  });
  socket.on('changes', ({ changes }) => changes.forEach(receive));
  socket.on('reset', (message) => {
    revision = message.revision;
    void refresh('');
  });
  socket.on('presence', ({ sessionId, looking: count }) => {
    looking.value = new Map(looking.value).set(sessionId, count);
  });
  addEventListener('offline', lostLine);
  addEventListener('online', backOnline);
}

/** Hears every change, each once. Returns how to stop. */
export function onChange(listener: (change: Change) => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Says whose times this page shows; null when none. */
export function lookAt(sessionId: string | null): void {
  lookedAt = sessionId;
  socket?.emit('look', { sessionId });
}

function watch(programmeId: string): void {
  clearTimeout(silence);
  silence = undefined;
  clearTimeout(nextTry);
  socket?.emit('watch', { programmeId, after: revision }, (answer) => {
    if ('error' in answer) {
      line.value = 'away';
      // It is there, and its database is not: nobody tells us when that is back.
      if (answer.error === 'unavailable') tryLater(() => { if (socket?.connected) watch(programmeId); });
      return;
    }
    refusals = 0;
    line.value = 'up';
    // What was missed follows as changes; but a reading that failed meanwhile has nothing else to wake it.
    if (returning) void refresh('');
    returning = true;
  });
  if (lookedAt) lookAt(lookedAt);
}

function receive(change: Change): void {
  if (change.revision <= revision) return;
  revision = change.revision;
  for (const listener of listeners) listener(change);
}

/** The server cut the line: because we are signed out, are somebody else by now (in another tab), or because it is starting anew. Only then is it worth coming back. */
async function askWhy(): Promise<void> {
  const me = await getMe();
  const isOver = me.ok ? viewer.peek() !== null && me.value.id !== viewer.peek()?.id : me.problem.code === 'unauthenticated';
  if (isOver) location.assign('/');
  else socket?.connect();
}

/** Waits longer each time, and not as long as everybody else who was refused at that moment. */
function tryLater(act: () => void): void {
  clearTimeout(nextTry);
  nextTry = setTimeout(act, Math.min(60_000, 1000 * 2 ** refusals) * (0.5 + Math.random()));
  refusals += 1;
}

/** A short break may not have broken the socket; then nothing but this tells that all is well. */
function backOnline(): void {
  if (!socket?.connected) {
    socket?.connect();
    return;
  }
  line.value = 'up';
  void refresh('');
}

function lostLine(): void {
  if (!navigator.onLine) {
    line.value = 'offline';
    return;
  }
  silence ??= setTimeout(() => {
    silence = undefined;
    if (!socket?.connected) line.value = 'away';
  }, QUIET_MS);
}
