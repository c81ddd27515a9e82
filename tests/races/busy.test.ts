import { interval, type Instant, type Interval } from '../../server/domain/interval.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { keepReading } from '../../server/usecases/calendars/keep-reading.ts';
import { startApp, type App } from '../support/app.ts';
import { apiOf, type Api } from '../support/api.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { moveBooking } from '../../server/usecases/booking/move-booking.ts';
import { testSettings } from '../support/settings.ts';
import { pause } from '../support/until.ts';

const CLUSTERS = 6;
const DAYS = 5;

/** A calendar is read at the very moment in which the hours it says are taken are booked. */
describe('bookings in parallel with a new reading of busy times', () => {
  let app: App;
  let db: Database;
  let owner: Api;
  let made: Made;
  let monday: string;
  let calendarId: string;
  let facilitatorId: string;

  beforeAll(async () => {
    // Without a worker, nobody reads the calendar but this test.
    app = await startApp({ env: { ROLE: 'web' } });
    db = openDatabase(app.databaseUrl, { maximum: 4 });
    owner = apiOf(app.url);
    const { document, monday: first } = crowd({ clusters: CLUSTERS, facilitators: 1, topics: DAYS });
    made = await makeProgramme(owner, document);
    monday = first;
    facilitatorId = made.facilitators['facilitator-1']!;
    calendarId = (await owner.post(`/facilitators/${facilitatorId}/calendars`, { url: 'https://calendar.invalid/cal.ics' })).body.id;
  }, 60_000);
  afterAll(async () => {
    await db?.close();
    await app?.stop();
  });

  it('a move is decided on again where the hours it saw were withdrawn before it was made', async () => {
    const session = (await sessionsOf(owner, made.id)).at(-1)!;
    const at = (hour: number) => new Date(Date.parse(`${monday}T00:00:00Z`) + (6 * 24 + hour) * 3_600_000);
    const booked = (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId, start: at(8).toISOString() })).body;
    const { version: _version, timeZone: _zone, ...before } = (await owner.get(`/facilitators/${facilitatorId}/availability`)).body;
    const withdraw = () => owner.put(`/facilitators/${facilitatorId}/availability`, { ...before, overrides: [{ date: at(0).toISOString().slice(0, 10), spans: [{ from: '00:00', to: '10:00' }] }] });
    let looks = 0;
    const moved = await db.transaction((tx) => moveBooking({
      ...tx,
      query: async (text, values) => {
        const answer = await tx.query<never>(text, values);
        if (text.includes('p.slot_step_minutes') && looks++ === 0) await withdraw();
        return answer;
      },
    }, { access: { role: 'owner', actor: 'owner' }, now: Date.now() as Instant, settings: testSettings }, { id: booked.id, start: at(12).getTime() as Instant, ifVersion: null }));
    expect([looks, moved.ok ? 'moved' : moved.problem.code]).toEqual([2, 'not-a-slot']);
    expect([(await owner.put(`/facilitators/${facilitatorId}/availability`, before)).status, (await owner.delete(`/bookings/${booked.id}`)).status]).toEqual([200, 200]);
  });

  it('either come first and are flagged, or are refused; none slips through', async () => {
    const sessions = await sessionsOf(owner, made.id);
    const spans: Interval[] = [];
    for (let day = 0; day < DAYS; day += 1) {
      const midnight = Date.parse(`${monday}T00:00:00Z`) + day * 86_400_000;
      spans.push(interval(midnight, midnight + CLUSTERS * 3_600_000));
      const wanted = sessions.filter(({ topicId }) => topicId === made.topics[`topic-${day + 1}`]);
      const bookings = wanted.map(async ({ id }, hour) => { await pause(hour * day * 12); return owner.post(`/sessions/${id}/booking`, { facilitatorId, start: new Date(midnight + hour * 3_600_000).toISOString() }); });
      const reading = pause(day * 10).then(() => keepReading(db, {
        calendarId, facilitatorId, readFor: 'UTC', chance: 0, reading: { came: 'read', spans: [...spans], events: 1, warnings: [], etag: null, lastModified: null },
      }, Date.now() as Instant));
      const [answers] = await Promise.all([Promise.all(bookings), reading]);
      expect(answers.map(({ status, body }) => (status === 201 ? 'booked' : body.code)).filter((outcome) => outcome !== 'booked' && outcome !== 'slot-taken')).toEqual([]);
      const late = await owner.post(`/sessions/${wanted[0]!.id}/holds`, { facilitatorId, start: new Date(midnight + 1_800_000).toISOString() });
      expect(['slot-taken', 'policy', 'already-booked']).toContain(late.body.code);
    }
    const { cells } = (await owner.get(`/programmes/${made.id}/coverage`)).body;
    const booked = cells.filter(({ booking }: { booking?: object }) => booking).map(({ booking }: { booking: { id: string } }) => booking.id).toSorted();
    const flagged = cells.filter(({ busyConflict }: { busyConflict?: true }) => busyConflict).map(({ booking }: { booking: { id: string } }) => booking.id).toSorted();
    const { changes } = (await owner.get(`/programmes/${made.id}/changes?after=0&limit=1000`)).body;
    const told = changes.filter(({ data }: { data: { busyConflict?: boolean } }) => data.busyConflict).map(({ data }: { data: { bookingId: string } }) => data.bookingId).toSorted();
    expect([flagged, told]).toEqual([booked, booked]);
  }, 60_000);
});
