import { googleLink, outlookLink } from '../../client/src/format/calendar-links.ts';
import { nameBeside } from '../../client/src/format/names.ts';

const EVENT = { title: 'Cluster economics — Oxford Research', details: 'https://meet.example/x?y=1&z=2', location: 'Online', start: Date.parse('2026-03-26T10:00:00Z'), end: Date.parse('2026-03-26T11:00:00Z') };

describe('links for calendars that take no files', () => {
  it('carry the same instants, in UTC', () => {
    const google = new URL(googleLink(EVENT));
    const outlook = new URL(outlookLink(EVENT));
    expect([google.searchParams.get('dates'), outlook.searchParams.get('startdt'), outlook.searchParams.get('enddt')]).toEqual([
      '20260326T100000Z/20260326T110000Z', '2026-03-26T10:00:00.000Z', '2026-03-26T11:00:00.000Z',
    ]);
    expect([google.searchParams.get('text'), google.searchParams.get('details'), outlook.searchParams.get('body')]).toEqual([EVENT.title, EVENT.details, EVENT.details]);
  });
});

describe('a name beside its city', () => {
  it('does not say the city twice', () => {
    expect([nameBeside('Quercus Group, Nairobi', 'Nairobi'), nameBeside('Oxford Research', 'Copenhagen'), nameBeside('Nairobi', 'Nairobi')]).toEqual(['Quercus Group', 'Oxford Research', 'Nairobi']);
  });
});
