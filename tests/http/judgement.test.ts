import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { nextMonday } from '../../server/demo/moved.ts';

let app: App;
let owner: Api;
let made: Made;
let facilitator: string;
const monday = nextMonday(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
const day = (plus: number) => new Date(Date.parse(monday) + plus * 86_400_000).toISOString().slice(0, 10);
const at = (plus: number, time: string) => `${day(plus)}T${time}:00Z`;

beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  made = await makeProgramme(owner, {
    programme: {
      name: 'Judged', timeZone: 'UTC', startsOn: day(-70), endsOn: day(13),
      policy: { sessionMinutes: 60, slotStepMinutes: 30, bufferAfterMinutes: 30, minimumNoticeMinutes: 0, maximumPerFacilitatorPerDay: 2 },
    },
    phases: [{ key: 'week', name: 'Week', mode: 'virtual', startsOn: monday, endsOn: day(6) }],
    topics: ['a', 'b', 'c', 'd'].map((key) => ({ key, name: key, phase: 'week' })),
    facilitators: [{
      key: 'giver', name: 'Giver', email: 'giver@example.org', timeZone: 'UTC', topics: ['a', 'b', 'c', 'd'],
      availability: { rules: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], overrides: [{ date: day(1), spans: [] }, { date: day(5), spans: [{ from: '10:00', to: '12:00' }] }] },
    }],
    clusters: [{ key: 'one', name: 'One', timeZone: 'UTC', workingHours: { from: '06:00', to: '22:00', days: [1, 2, 3, 4, 5, 6, 7] }, representatives: [{ name: 'One', email: 'one@example.org' }] }],
  });
  facilitator = made.facilitators.giver!;
});
afterAll(() => app.stop());

const judged = async (start: string) => (await owner.get(`/facilitators/${facilitator}/judgement?start=${encodeURIComponent(start)}`)).body;
const causes = async (start: string) => (await judged(start)).reasons.map(({ cause }: { cause: string }) => cause);

async function book(start: string): Promise<void> {
  const session = (await sessionsOf(owner, made.id)).find(({ state }) => state === 'open')!;
  const slots = (await owner.get(`/sessions/${session.id}/slots?outsideHours=1`)).body.slots as Slot[];
  const slot = slots.find((each) => Date.parse(each.start) === Date.parse(start))!;
  expect((await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start })).status).toBe(201);
}

describe('an hour of a facilitator’s week', () => {
  it('is bookable where the list has it, an exception on a closed weekday too', async () => {
    expect(await judged(at(0, '09:00'))).toEqual({ start: at(0, '09:00'), end: at(0, '10:00'), bookable: 4, reasons: [] });
    expect((await judged(at(5, '10:30'))).bookable).toBe(4);
  });

  it('names the pattern, the exception, the grid and the end of the hours', async () => {
    expect(await causes(at(0, '07:00'))).toEqual(['outside-availability']);
    expect(await causes(at(1, '10:00'))).toEqual(['outside-availability']);
    expect(await causes(at(0, '16:30'))).toEqual(['outside-availability']);
    expect(await causes(at(0, '09:15'))).toEqual(['off-grid']);
    expect(await causes(at(8, '10:00'))).toEqual(['outside-phase']);
  });

  it('names what is booked, the buffer beside it, and a day that is full', async () => {
    await book(at(2, '10:00'));
    expect(await causes(at(2, '10:30'))).toEqual(['facilitator-engaged']);
    expect(await causes(at(2, '11:00'))).toEqual(['buffer']);
    await book(at(2, '13:00'));
    expect(await causes(at(2, '15:00'))).toEqual(['facilitator-day-full']);
  });

  it('names the notice, and that there is nothing left to give', async () => {
    await owner.patch(`/programmes/${made.id}`, { policy: { minimumNoticeMinutes: 60 * 24 * 60 } });
    expect(await causes(at(0, '10:00'))).toEqual(['too-soon']);
    await owner.patch(`/programmes/${made.id}`, { policy: { minimumNoticeMinutes: 0 } });
    await book(at(3, '10:00'));
    await book(at(3, '13:00'));
    expect(await causes(at(0, '10:00'))).toEqual(['no-session']);
  });

  it('is nobody else’s to ask about', async () => {
    const stranger = apiOf(app.url, null);
    expect((await stranger.get(`/facilitators/${facilitator}/judgement?start=${at(0, '10:00')}`)).status).toBe(401);
    expect((await owner.get(`/facilitators/nobody/judgement?start=${at(0, '10:00')}`)).status).toBe(404);
    expect((await owner.get(`/facilitators/${facilitator}/judgement`)).body.errors[0].path).toBe('query.start');
  });
});
