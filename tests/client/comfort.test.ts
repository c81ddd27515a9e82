import { bandsOf, comfortAt, commonHours } from '../../client/src/format/comfort.ts';
import { hoursOf } from '../../client/src/format/hours.ts';
import { instantOf } from '../../client/src/format/zoned.ts';

const OFFICE = hoursOf(null);

describe('the comfort of an hour', () => {
  it('is day in office hours, edge from seven to eight, night else, and never day at the weekend', () => {
    const at = (date: string, minutes: number) => comfortAt(instantOf(date, minutes, 'Europe/Madrid'), 'Europe/Madrid', OFFICE);
    expect([at('2026-03-26', 540), at('2026-03-26', 1020), at('2026-03-26', 420), at('2026-03-26', 1200), at('2026-03-28', 600)]).toEqual(['day', 'edge', 'edge', 'night', 'edge']);
  });

  it('is drawn on another city’s day', () => {
    const start = instantOf('2026-03-26', 0, 'Europe/Madrid');
    expect(bandsOf(start, 1440, 'Africa/Nairobi', hoursOf({ from: '10:00', to: '18:00' })).map(({ comfort, from, to }) => `${comfort} ${from / 60}–${to / 60}`)).toEqual([
      'night 0–5', 'edge 5–8', 'day 8–16', 'edge 16–18', 'night 18–24',
    ]);
  });

  it('knows the hours that are office hours for all', () => {
    const start = instantOf('2026-03-26', 0, 'Europe/Madrid');
    const zones = ['Europe/Madrid', 'Africa/Nairobi', 'Asia/Singapore'];
    const bands = zones.map((zone) => bandsOf(start, 1440, zone, OFFICE));
    expect([commonHours(bands), commonHours(bands.slice(0, 2))]).toEqual([[{ from: 540, to: 600 }], [{ from: 540, to: 900 }]]);
  });
});
