import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { readSheet } from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { endpoints } from '../../server/http/app.ts';
import { openApiDocument } from '../../server/http/openapi.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { lines, textFields, tried, writeEverywhere, type Hostile } from '../support/hostile-programme.ts';
import { logFile } from '../support/logs.ts';
import { startReceiver, type Receiver } from '../support/receiver.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';

/**
 * Every text field there is (the OpenAPI document says which) is written in the language of one output after another, and every
 * output is read by somebody else's parser: it must say the same text, and do nothing.
 */
const languages: readonly (readonly [language: string, line: string])[] = [
  ['HTML', `<script>top.pwned=1</script>"'><img src=x onerror=top.pwned=1>`],
  ['a spreadsheet', '=HYPERLINK("http://evil.example","x")'],
  ['a spreadsheet, by a sign', "+1+cmd|' /C calc'!A0"],
  ['a calendar', 'x;CN=y:mailto:evil@evil.example,\\nEND:VEVENT\\,"z"^n'],
  ['a mail header', 'x%0d%0aBcc: evil@evil.example <evil@evil.example>, evil@evil.example'],
  ['templates, SQL and shells', "${7*7} {{7*7}} '; DROP TABLE bookings; -- $(touch pwned) `id`"],
  ['bidirectional text', '\u202Egnp.exe\u202C \u2028\u0085 שלום \u{1F600}'],
];
/** How letters stand, for when some do not come. */
async function lettersNow(): Promise<string> {
  const { rows: notices } = await db.query('SELECT recipient, tries, due_at - now() AS due FROM letters');
  const { rows: deliveries } = await db.query("SELECT state, tries, last_error, now() - queued_at AS age, now() - relayed_at AS relayed FROM deliveries WHERE state <> 'sent'");
  return `everyone has their letters: ${JSON.stringify({ taken: sink.taken.map(({ to }) => to), heard: sink.heard.length, notices, deliveries })}`;
}

/** Texts that reach nobody: names inside a document, by which its parts refer to each other; they come back as names of fields of JSON. */
const NAMES_WITHIN = /(?:\.key|topics\[\]\.phase|facilitators\[\]\.topics\[\]|orders\[\]\.(?:before|after))$/;

let sink: SmtpSink;
let receiver: Receiver;
let app: App;
let owner: Api;
let db: Database;

beforeAll(async () => {
  [sink, receiver] = await Promise.all([startSmtpSink(), startReceiver()]);
  app = await startApp({ env: { SMTP_URL: sink.url, ALLOW_PRIVATE_HOSTS: receiver.host } });
  owner = apiOf(app.url);
  db = openDatabase(app.databaseUrl, { maximum: 2 });
}, 60_000);
afterAll(async () => {
  await db.close();
  await app.stop();
  await sink.close();
  await receiver.close();
});

it('can tell a tag from a text about one', () => {
  const [, html] = languages[0]!;
  expect([harmlessHtml(html), harmlessHtml('<p title="a onclick=b">&lt;script&gt; onerror=x</p>'), harmlessHtml('<p onclick="x">'), harmlessHtml('<a href="javascript:x">')]).toEqual([false, true, false, false]);
});

describe.each(languages)('a programme written in the language of %s', (_language, line) => {
  let written: Hostile;
  let mails: ParsedMail[];
  beforeAll(async () => {
    (sink.taken as unknown[]).length = 0;
    receiver.received.length = 0;
    written = await writeEverywhere(app, db, line, receiver.url);
    await until(lettersNow, () => ['coordinator-1', 'colleague-1', 'facilitator-1', 'cluster-1'].every((name) => sink.taken.some(({ to }) => to.startsWith(name))));
    await until('no invitation waits', async () => (await owner.get(`/programmes/${written.made.id}/deliveries?state=queued`)).body.items.length === 0);
    mails = await Promise.all(sink.taken.map(({ raw }) => simpleParser(raw)));
  }, 60_000);

  it('comes back from the API as it was written', async () => {
    const { made, bookingId, facilitator, representative, waivedSessionId } = written;
    expect((await owner.get(`/programmes/${made.id}`)).body).toMatchObject({ name: line, meetingAddress: expect.stringMatching(/^https:\/\/meet\.example\//) });
    expect((await owner.get(`/bookings/${bookingId}`)).body.needs).toBe(lines(`${line} `));
    expect((await owner.get(`/sessions/${waivedSessionId}`)).body.waivedBecause).toBe(lines(line));
    expect((await facilitator.get(`/bookings/${bookingId}/notes`)).body).toMatchObject({ own: lines(line), shared: lines(line) });
    expect((await representative.get(`/bookings/${bookingId}/notes`)).body).toEqual(expect.not.objectContaining({ own: expect.anything() }));
    expect((await owner.get(`/bookings/${bookingId}/attendance`)).body.notes).toBe(lines(line).trim());
    expect((await owner.get(`/bookings/${bookingId}/swaps`)).body.swaps.map(({ note }: { note: string }) => note)).toEqual([lines(line)]);
  });

  it('is a mail to one person, without a header or a tag of its own', () => {
    for (const mail of mails) {
      expect([mail.to, mail.cc, mail.bcc].flat().flatMap((each) => each?.value ?? []).map(({ address }) => address)).toEqual([expect.stringMatching(OURS)]);
      // A question is answered to whoever asked; nothing else names an address of its own.
      expect([mail.replyTo, mail.from].flat().flatMap((each) => each?.value ?? []).map(({ address }) => address).filter((address) => address?.includes('evil'))).toEqual([]);
      expect(harmlessHtml(String(mail.html))).toBe(true);
      expect([...mail.headers.keys()].filter((name) => ['bcc', 'cc', 'set-cookie'].includes(name))).toEqual([]);
    }
    expect(sink.taken.filter(({ to }) => !OURS.test(to))).toEqual([]);
    expect(mails.filter(({ text }) => shown(text ?? '').includes(shown(line))).length).toBeGreaterThan(2);
  });

  it('is one event to a calendar, in mails, the file and every feed', async () => {
    const { made, bookingId } = written;
    const file = (await owner.get<string>(`/bookings/${bookingId}/invite.ics`)).body;
    const [cluster, facilitator, programme] = await Promise.all([
      owner.get(`/clusters/${made.clusters['cluster-1']}`), owner.get(`/facilitators/${made.facilitators['facilitator-1']}`), owner.get(`/programmes/${made.id}`)]);
    const feeds = await Promise.all([cluster, facilitator, programme].map(({ body }) => fetch(body.feedUrl.replace(/^http:\/\/[^/]+/, app.url)).then((response) => response.text())));
    const invitations = mails.flatMap(({ attachments }) => attachments.filter(({ contentType }) => contentType === 'text/calendar').map(({ content }) => content.toString('utf8')));
    expect(invitations.length).toBeGreaterThan(2);
    for (const text of [file, ...feeds, ...invitations]) {
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      const ours = events.filter((each) => String(each.getFirstPropertyValue('uid')).startsWith('vsv_'));
      expect(ours).toHaveLength(1);
      const [event] = ours;
      expect(event!.getAllProperties('attendee').map((each) => String(each.getFirstValue())).filter((address) => !OURS.test(address.replace(/^mailto:/i, '')))).toEqual([]);
      expect(event!.getAllSubcomponents().length).toBeLessThanOrEqual(1);
      expect(text.split('\r\n').every((each) => Buffer.byteLength(each) <= 75)).toBe(true);
      // What a calendar shows: one line is the same line, without what cannot be shown.
      expect(shown(String(event!.getFirstPropertyValue('summary')))).toContain(shown(line));
    }
  });

  it('is no formula in CSV and no markup in a workbook', async () => {
    for (const table of ['sessions', 'attendance', 'hours', 'roster']) {
      const csv = (await owner.get<string>(`/programmes/${written.made.id}/export.csv?table=${table}`)).body;
      const cells = (parseCsv(csv, { bom: true }) as string[][]).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
    }
    const workbook = Buffer.from(await (await fetch(`${app.url}/api/v1/programmes/${written.made.id}/export.xlsx`, { headers: { authorization: `Bearer ${app.ownerToken}` } })).arrayBuffer());
    for (const xml of partsOf(workbook)) expect(xml).not.toMatch(/<f[ >]|<hyperlink|<!ENTITY/);
    const roster = await readSheet(workbook, 4);
    expect(roster.flat().some((cell) => typeof cell === 'string' && shown(cell).includes(shown(line)))).toBe(true);
    expect((await owner.get<string>(`/programmes/${written.made.id}/audit.csv`)).body).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('does nothing in the evidence', async () => {
    const response = await fetch(`${app.url}/api/v1/programmes/${written.made.id}/evidence.pdf`, { headers: { authorization: `Bearer ${app.ownerToken}` } });
    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect([response.status, pdf.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(pdf).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/OpenAction|\/URI\s*\((?:javascript|file)/i);
  });

  it('is text on the pages that links in mails open', async () => {
    const links = mails.flatMap(({ text }) => [...(text ?? '').matchAll(/https?:\/\/\S+\/(?:manage|join)\/\S+/g)].map(([link]) => link.replace(/^https?:\/\/[^/]+/, app.url)));
    expect(new Set(links.map((link) => new URL(link).pathname.split('/')[1]))).toEqual(new Set(['join', 'manage']));
    const pages = await Promise.all([...new Set(links)].map(async (link) => (await fetch(link)).text()));
    for (const page of pages) expect(harmlessHtml(page)).toBe(true);
    expect(pages.some((page) => page.includes('meet.example'))).toBe(true);
  });

  it('reaches webhooks as the JSON it is', async () => {
    await until('the booking was told', () => receiver.received.some(({ body }) => body.includes(written.bookingId)));
    const told = receiver.received.map(({ body }) => JSON.parse(body) as { data: { subject: { id: string }; data: { needs?: string } } });
    expect(told.find(({ data }) => data.subject.id === written.bookingId && data.data.needs)?.data.data.needs).toBe(lines(line));
  });

  it('stands in no line of the log, and each of those is one', () => {
    const log = readFileSync(logFile()!, 'utf8').split('\n').filter((each) => each !== '');
    expect(log.length).toBeGreaterThan(0);
    expect(log.filter((each) => !isJson(each) || [line, JSON.stringify(line).slice(1, -1), 'evil'].some((text) => each.includes(text)))).toEqual([]);
  });
});

it('was written into every text field that the OpenAPI document has: a new one fails here until it is tried', () => {
  const fields = textFields(openApiDocument(endpoints, 'http://localhost') as Parameters<typeof textFields>[0]);
  expect(fields.length).toBeGreaterThan(40);
  expect(fields.filter((field) => !NAMES_WITHIN.test(field) && !tried.has(field))).toEqual([]);
  expect([...tried].filter((field) => !fields.includes(field) && !field.includes(' document.'))).toEqual([]);
});

/** Whoever is written to, and nobody else. */
const OURS = /^(?:facilitator|cluster|coordinator|colleague|observer)-\d@example\.org$/i;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** No tag, attribute or address of theirs: what they wrote is there as text only. */
function harmlessHtml(html: string): boolean {
  const tags = html.match(/<[^>]+>/g) ?? [];
  return tags.every((tag) => !/^<(?:script|img|iframe|object|embed|base)/i.test(tag) && !/\son\w+\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""')) && !/(?:href|src|action)="(?!https?:|\/|#|mailto:)/i.test(tag));
}

/** As it can be shown on one line: white space is one blank, and what only steers the showing is not there. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** The texts inside a ZIP file (PKWARE APPNOTE §4.3.7), by its local headers; enough for what our own writer makes. */
function partsOf(zip: Buffer): string[] {
  const directory = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = zip.readUInt16LE(directory + 10);
  const parts: string[] = [];
  let at = zip.readUInt32LE(directory + 16);
  for (let part = 0; part < count; part += 1) {
    const [method, size, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const content = zip.subarray(from, from + size);
    parts.push((method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
