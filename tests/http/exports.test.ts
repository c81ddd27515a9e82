import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/universal';
import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { beginEarlier } from '../support/past.ts';
import { readPdf } from '../support/pdf.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';

const FORMULA = '=HYPERLINK("https://evil.example","Click")';

let app: App;
let owner: Api;
let made: Made;

beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  await owner.patch(`/clusters/${made.clusters.warsaw}`, { name: FORMULA });
  await owner.patch(`/clusters/${made.clusters.copenhagen}`, { name: 'Żółć i Ærø' });
  const sessions = await sessionsOf(owner, made.id);
  const of = (cluster: string, topic: string) => sessions.find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!.id;
  const held = await book(of('copenhagen', 'mapping'));
  await beginEarlier(app, held, 90);
  const { people } = (await owner.get(`/bookings/${held}/attendance`)).body;
  await owner.put(`/bookings/${held}/attendance`, { outcome: 'done', attended: people.slice(0, 2).map(({ id }: { id: string }) => id) });
  await book(of('warsaw', 'mapping'));
  await owner.put(`/sessions/${of('paris', 'mapping')}/waiver`, { reason: '+1 "quoted", with a comma' });
});
afterAll(() => app.stop());

async function book(sessionId: string): Promise<string> {
  const { slots: [slot] } = (await owner.get(`/sessions/${sessionId}/slots`)).body;
  return (await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start })).body.id;
}

async function fetched(file: string): Promise<{ headers: Headers; bytes: Uint8Array }> {
  const response = await fetch(`${app.url}/api/v1/programmes/${made.id}/${file}`, { headers: { authorization: `Bearer ${app.ownerToken}` } });
  expect(response.status).toBe(200);
  return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function csv(query: string): Promise<Record<string, string>[]> {
  return parse(new TextDecoder('utf-8').decode((await fetched(`export.csv${query}`)).bytes), { columns: true, bom: true });
}

describe('the CSV', () => {
  it('has every session once, with its hour on the cluster’s clock, who came, and why it is waived', async () => {
    const rows = await csv('');
    expect(rows).toHaveLength(30);
    const done = rows.find(({ State }) => State === 'Done')!;
    expect(done).toMatchObject({ Cluster: 'Żółć i Ærø', Topic: 'Cluster mapping and analysis', Minutes: '60', 'Time zone': 'Europe/Copenhagen' });
    expect(done.Came!.split('; ')).toHaveLength(2);
    expect(Date.parse(done['Time (Cluster)']!)).toBe(Date.parse(done['Start (UTC)']!));
    expect(rows.find(({ State }) => State === 'Waived')).toMatchObject({ Cluster: 'CAP Digital', Reason: '\'+1 "quoted", with a comma' });
  });

  it('lets no name become a formula', async () => {
    const text = new TextDecoder().decode((await fetched('export.csv')).bytes);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""Click"")"`);
    expect(text).not.toMatch(/(^|,|\n)"?[=+@]/);
  });

  it('is also the attendance, the hours and the roster', async () => {
    const attendance = await csv('?table=attendance');
    expect(attendance.map(({ Attended }) => Attended).toSorted()).toEqual([...attendance.slice(2).map(() => 'no'), 'yes', 'yes'].toSorted());
    const hours = await csv('?table=hours');
    expect(hours.find(({ Role }) => Role === 'Total')).toMatchObject({ Done: '1', 'Hours held': '1', Booked: '1', 'Hours booked': '1', Waived: '1', 'To book': '27' });
    expect((await csv('?table=roster')).map(({ Mail }) => Mail)).toContain('manager@madrid-audio.example');
  });

  it('speaks the language asked for', async () => {
    expect(Object.keys((await csv('?language=pl'))[0]!)).toContain('Prowadzący');
  });
});

describe('the workbook', () => {
  it('has a sheet for each table, with numbers as numbers and text as text, whatever it begins with', async () => {
    const sheets = await readExcel(new Blob([(await fetched('export.xlsx')).bytes.slice().buffer]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Sessions', 'Attendance', 'Hours', 'Roster']);
    const [head, ...rows] = sheets[0]!.data;
    expect([head?.length, rows.length]).toEqual([13, 30]);
    const warsaw = rows.find(([name]) => name === FORMULA)!;
    expect([warsaw[8], warsaw[5] instanceof Date]).toEqual([60, true]);
  });
});

describe('the evidence', () => {
  it('names the programme, its hours, every cluster and who came, with all of Europe’s letters', async () => {
    const { headers, bytes } = await fetched('evidence.pdf');
    expect(headers.get('content-disposition')).toBe('attachment; filename="CECIL-Cluster-Excellence.pdf"');
    const text = readPdf(bytes);
    for (const words of ['CECIL Cluster Excellence', 'Evidence of delivery', '1 of 29 sessions held, 1 hours.', 'Żółć i Ærø', 'Times on the clock of Copenhagen', '+1 "quoted", with a comma', 'Page 1 of']) expect(text).toContain(words);
  });

  it('comes in Polish and Danish too', async () => {
    expect(readPdf((await fetched('evidence.pdf?language=pl')).bytes)).toContain('Potwierdzenie realizacji');
    expect(readPdf((await fetched('evidence.pdf?language=da')).bytes)).toContain('Dokumentation for gennemførelse');
  });
});

describe('the document', () => {
  it('goes back in and comes out the same', async () => {
    const document = (await owner.get(`/programmes/${made.id}/export.json`)).body;
    const again = await makeProgramme(owner, document);
    expect((await owner.get(`/programmes/${again.id}/export.json`)).body).toEqual(document);
    expect(again.sessions).toBe(30);
  });

  it('has everything that a programme can be made with', async () => {
    const document = (await owner.get(`/programmes/${made.id}/export.json`)).body;
    const given = ProgrammeDocument.parse(document);
    for (const list of ['programme', 'phases', 'topics', 'facilitators', 'clusters'] as const) {
      const shape = list === 'programme' ? ProgrammeDocument.shape.programme.shape : ProgrammeDocument.shape[list].unwrap().element.shape;
      const first = list === 'programme' ? given.programme : given[list][0];
      expect([list, Object.keys(first!).toSorted()]).toEqual([list, Object.keys(shape).toSorted()]);
    }
    const named = cecilInFuture();
    expect(given.facilitators.map(({ availability }) => availability.rules)).toEqual(named.facilitators.map(({ availability }) => availability.rules));
    expect(given.facilitators.map(({ topics }) => topics.length)).toEqual(named.facilitators.map(({ topics }) => topics.length));
  });
});

describe('who may have them', () => {
  it('is whoever runs the programme, and nobody else knows that there is one', async () => {
    const dublin = await signInBy(app.links['cluster Irish Software Innovation Network']!);
    const nairobi = await signInBy(app.links['facilitator Quercus Group, Nairobi']!);
    const office = await signInBy(app.links.coordinator!);
    const { programmeId } = (await office.get('/me')).body;
    for (const file of ['export.csv', 'export.xlsx', 'evidence.pdf', 'export.json']) {
      const statuses = [await office.get(`/programmes/${programmeId}/${file}`), await dublin.get(`/programmes/${programmeId}/${file}`), await nairobi.get(`/programmes/${programmeId}/${file}`), await office.get(`/programmes/${made.id}/${file}`)];
      expect([file, statuses.map(({ status }) => status)]).toEqual([file, [200, 404, 404, 404]]);
    }
  });
});
