import { signal } from '@preact/signals';
import type { Socket } from 'socket.io-client';
import type { Change } from '../../../shared/api/changes.ts';
import type { ClientToServer, ServerToClient } from '../../../shared/live.ts';
import { getMe } from '../api/endpoints.ts';
import { refresh } from '../api/resource.ts';

/** `away` after two seconds without a line; a blink shorter than that is not worth a word. */
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

/**
 * Follows one programme until the page is closed: changes in order, and after a break what was missed.
 * @param after the programme's revision, read before anything that is to be kept up to date
 */
export async function follow(programmeId: string, after: number): Promise<void> {
  revision = after;
  const { io } = await import('socket.io-client');
  socket = io({ path: '/live', reconnectionDelayMax: 5000, withCredentials: true });
  socket.on('connect', () => watch(programmeId));
  socket.on('disconnect', (reason) => {
    lostLine();
    if (reason === 'io server disconnect') void askWhy();
  });
  socket.on('connect_error', lostLine);
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
  socket?.emit('watch', { programmeId, after: revision }, (answer) => {
    if ('error' in answer) return;
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

/** The server cut the line: because we are signed out, or because it is starting anew. Only then is it worth coming back. */
async function askWhy(): Promise<void> {
  const me = await getMe();
  if (!me.ok && me.problem.code === 'unauthenticated') location.assign('/');
  else socket?.connect();
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
