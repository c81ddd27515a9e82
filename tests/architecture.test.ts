import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ASKS_FOR_PROOF, excused, isExcused, isNamedBy, storeFunctions } from './support/stores.ts';

const root = path.join(__dirname, '..');

/** Files that wire everything to everything, and may see it. */
const wiring = new Set(['server/main.ts', 'server/start.ts', 'server/context.ts']);

/**
 * Who may import whom, besides themselves and `shared`: other rooms by their folder, packages by their name
 * (`node:*`: Node's own). Two rooms differ from the first sketch. `http` may see `mail`, since the mailbox's pages
 * and the invitation as a file are shown there and written here; `live` has no need of it.
 */
const rules: Record<string, string[]> = {
  'server/domain': [],
  'server/store': ['server/domain', 'pg', 'node:*'],
  'server/usecases': ['server/domain', 'server/store', 'server/holidays', 'lru-cache', 'node:crypto'],
  'server/calendar': ['server/domain', 'ical-generator', 'windows-iana', 'node:*'],
  'server/mail': ['server/domain', 'server/calendar', 'nodemailer', 'mailparser', 'node:crypto', 'node:worker_threads'],
  'server/export': ['server/domain', 'write-excel-file', 'pdfkit', '@expo-google-fonts', 'node:*'],
  'server/holidays': ['date-holidays'],
  'server/solver': ['server/domain', 'highs'],
  'server/jobs': ['server/domain', 'server/store', 'server/usecases', 'server/mail', 'server/calendar', 'server/solver', 'server/net', 'bullmq', 'imapflow', 'ioredis', 'pg', 'node:*'],
  'server/http': ['server/domain', 'server/store', 'server/usecases', 'server/mail', 'server/export', 'server/net', 'server/limits', 'express', 'helmet', 'compression', 'pino', 'prom-client', 'zod', '@fontsource-variable', 'node:*'],
  'server/live': ['server/domain', 'server/store', 'server/usecases', 'socket.io', 'ioredis', 'pg', 'pino', 'node:*'],
  'server/postgres': ['pg', 'node:*'],
  'server/limits': ['lru-cache', 'rate-limiter-flexible', 'ioredis', 'pg', 'node:*'],
  'server/net': ['ipaddr.js', 'node:*'],
  'server/demo': ['server/domain', 'server/store', 'server/usecases'],
  'server/config.ts': ['server/net', 'node:path'],
  'server/log.ts': ['pino', 'pg'],
  shared: ['zod'],
  client: ['preact', '@preact/signals', 'socket.io-client', '@fontsource-variable', 'read-excel-file', 'write-excel-file'],
};

interface Import {
  from: string;
  to: string;
}

describe('who imports whom', () => {
  it('is as the table says', () => {
    expect(breaches(allImports())).toEqual([]);
  });

  it('is watched: planted breaches are seen', () => {
    expect(breaches([
      { from: 'server/domain/slots.ts', to: 'server/store/situation.ts' },
      { from: 'server/domain/slots.ts', to: 'node:fs' },
      { from: 'server/store/bookings.ts', to: 'server/usecases/booking/book-session.ts' },
      { from: 'client/src/main.tsx', to: 'server/domain/slots.ts' },
      { from: 'server/usecases/booking/book-session.ts', to: 'bullmq' },
      { from: 'shared/live.ts', to: 'server/config.ts' },
      { from: 'server/new-room/thing.ts', to: 'luxon' },
    ])).toEqual([
      'server/domain/slots.ts must not import server/store/situation.ts',
      'server/domain/slots.ts must not import node:fs',
      'server/store/bookings.ts must not import server/usecases/booking/book-session.ts',
      'client/src/main.tsx must not import server/domain/slots.ts',
      'server/usecases/booking/book-session.ts must not import bullmq',
      'shared/live.ts must not import server/config.ts',
      'server/new-room/thing.ts stands in no room of the table',
    ]);
  });

  it('reads imports however they are written', () => {
    expect(importsIn(`
      import x from './a.ts';
      import type { Y } from '../b.ts';
      import './c.ts';
      export { z } from './d.ts';
      const e = await import('./e.ts');
      type F = import('./f.ts').F;
    `)).toEqual(['./a.ts', '../b.ts', './c.ts', './d.ts', './e.ts', './f.ts']);
  });

  it('holds for the client’s use of the contract: types only', () => {
    const values = sources('client').flatMap((file) => [...read(file).matchAll(/^import (?!type )[^;]*?from '([^']*\/shared\/[^']*)'/gm)].map((match) => `${file} imports ${match[1]} as a value`));
    expect(values).toEqual([]);
  });
});

describe('the domain', () => {
  it('has no clock, randomness, output or input of its own', () => {
    const own = /\b(?:Date\.now|new Date\(\)|performance\.now|Math\.random|console\.|process\.|setTimeout|setInterval|fetch\()/;
    expect(sources('server/domain').filter((file) => own.test(withoutComments(read(file))))).toEqual([]);
  });
});

describe('proof of access', () => {
  it('is given by the gate alone, and without being asked only to those who are named here', () => {
    const casts = /\bas (?:unknown as )?(?:ProgrammeAccess|CoordinatorAccess)\b/;
    expect(sources('server').filter((file) => casts.test(withoutComments(read(file))))).toEqual(['server/domain/access.ts']);
    expect(sources('server').filter((file) => /\b(?:asSystem|ofSystem)\(/.test(withoutComments(read(file))))).toEqual([
      'server/demo/seed.ts', 'server/domain/access.ts', 'server/live/gateway.ts',
      'server/usecases/booking/ask-coordinator.ts', 'server/usecases/booking/sweep-holds.ts', 'server/usecases/booking/tell-waiting.ts',
      'server/usecases/calendars/keep-reading.ts', 'server/usecases/calendars/receive.ts', 'server/usecases/calendars/tell-refusal.ts',
      'server/usecases/deliveries/send-invitation.ts', 'server/usecases/deliveries/send-reminder.ts',
      'server/usecases/planning/plan-reads.ts', 'server/usecases/planning/solve-plan.ts',
      'server/usecases/programme/create-programme.ts', 'server/usecases/programme/forget-people.ts', 'server/usecases/signing-in/set-up.ts', 'server/usecases/webhooks/tell-of-webhook.ts',
    ]);
  });

  it('is what every store asks for, to read or to write; the few that cannot are named in tests/support/stores.ts, each with its reason', () => {
    const asked = sources('server/store').flatMap((file) => storeFunctions(read(file)).map(({ name, given }) => ({ of: `${path.basename(file, '.ts')}.${name}`, given })));
    const unproven = asked.filter(({ given }) => !ASKS_FOR_PROOF.test(given)).map(({ of }) => of);
    expect(asked.length - unproven.length).toBeGreaterThan(90);
    expect(unproven.filter((of) => !isExcused(of))).toEqual([]);
    expect(excused.filter((each) => !asked.some(({ of }) => isNamedBy(each, of)))).toEqual([]);
    expect(excused.filter((each) => asked.some(({ of, given }) => of === each && ASKS_FOR_PROOF.test(given)))).toEqual([]);
  });

  it('would be missed: a planted store without it is seen', () => {
    const [found] = storeFunctions('export async function listSecrets(db: Queryable, programmeId: string): Promise<string[]> {');
    expect([found, ASKS_FOR_PROOF.test(found!.given), isExcused('secrets.listSecrets')]).toEqual([{ name: 'listSecrets', given: 'db: Queryable, programmeId: string' }, false, false]);
  });
});

describe('the environment', () => {
  it('is read in one place', () => {
    const readers = sources('server').filter((file) => /process\.env/.test(withoutComments(read(file))) && !file.startsWith('server/postgres/'));
    expect(readers).toEqual(['server/main.ts']);
  });
});

function breaches(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    if (wiring.has(from)) return [];
    const room = roomOf(from);
    if (room === undefined) return [`${from} stands in no room of the table`];
    const isAllowed = to === room || to.startsWith(`${room}/`) || to.startsWith('shared/') || rules[room]!.some((allowed) =>
      to === allowed || to.startsWith(`${allowed}/`) || (allowed === 'node:*' && to.startsWith('node:')));
    return isAllowed ? [] : [`${from} must not import ${to}`];
  });
}

function roomOf(file: string): string | undefined {
  return Object.keys(rules).find((room) => file === room || file.startsWith(`${room}/`));
}

function allImports(): Import[] {
  return ['server', 'shared', 'client/src'].flatMap(sources).flatMap((file) => importsIn(read(file)).map((to) => ({
    from: file,
    to: to.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), to)) : to,
  })));
}

function importsIn(text: string): string[] {
  const statements = /^\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...withoutComments(text).matchAll(statements)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .toSorted();
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
