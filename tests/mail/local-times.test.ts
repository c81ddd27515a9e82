import { cityOf } from '../../server/mail/cities.ts';
import { localTimes } from '../../server/mail/local-times.ts';
import { span } from './an-invitation.ts';

describe('local times', () => {
  it('gives each city its own date where the dates differ', () => {
    expect(localTimes(span('2026-03-30T22:30:00Z', '2026-03-30T23:30:00Z'), ['Europe/Dublin', 'Asia/Singapore'], 'en')).toEqual([
      { city: 'Dublin', date: 'Monday, 30 March 2026', hours: '23:30–00:30 (+1 day)' },
      { city: 'Singapore', date: 'Tuesday, 31 March 2026', hours: '06:30–07:30' },
    ]);
  });

  it('follows each city’s own change of clocks', () => {
    const after = localTimes(span('2026-03-30T09:00:00Z', '2026-03-30T10:00:00Z'), ['Europe/Madrid', 'Africa/Nairobi'], 'en');
    const before = localTimes(span('2026-03-27T09:00:00Z', '2026-03-27T10:00:00Z'), ['Europe/Madrid', 'Africa/Nairobi'], 'en');
    expect([before, after].map((times) => times.map(({ hours }) => hours))).toEqual([['10:00–11:00', '12:00–13:00'], ['11:00–12:00', '12:00–13:00']]);
  });

  it('names midnight 00:00', () => {
    expect(localTimes(span('2026-03-24T23:00:00Z', '2026-03-25T00:00:00Z'), ['Europe/Warsaw'], 'pl')).toEqual([
      { city: 'Warszawa', date: 'środa, 25 marca 2026', hours: '00:00–01:00' },
    ]);
  });

  it('names one city once', () => {
    expect(localTimes(span('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z'), ['Europe/Copenhagen', 'Europe/Copenhagen'], 'da')).toHaveLength(1);
  });
});

describe('cities', () => {
  it.each([
    ['Europe/Copenhagen', 'es', 'Copenhague'],
    ['Europe/Copenhagen', 'en', 'Copenhagen'],
    ['America/Sao_Paulo', 'da', 'São Paulo'],
    ['America/Argentina/Buenos_Aires', 'fr', 'Buenos Aires'],
    ['Asia/Calcutta', 'en', 'Kolkata'],
    ['UTC', 'pl', 'UTC'],
  ] as const)('calls %s in %s %s', (zone, language, city) => {
    expect(cityOf(zone, language)).toBe(city);
  });

  it('is named for every zone there is', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(cityOf(zone, 'en')).toMatch(/^[\p{L}.][\p{L}\p{N} .’'+-]*$/u);
  });
});
