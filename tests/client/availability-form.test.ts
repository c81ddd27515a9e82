import { availabilityOf, formOf, line, type Form, type Rule } from '../../client/src/pages/facilitator/availability-form.ts';
import { faultsOf } from '../../client/src/pages/facilitator/form-faults.ts';

const ZONES = new Set(['Africa/Nairobi', 'Europe/Madrid']);

describe('the availability form', () => {
  it('gives back what it was given, with dates in order', () => {
    const saved = {
      rules: [{ days: [1, 2], from: '09:00', to: '12:00' }] as Rule[],
      overrides: [{ date: '2026-04-03', spans: [] }, { date: '2026-04-02', spans: [{ from: '15:00', to: '21:00' }] }],
      travel: [{ from: '2026-03-23', until: '2026-03-27', timeZone: 'Europe/Madrid' }],
    };
    expect(availabilityOf(formOf({ ...saved, timeZone: 'Africa/Nairobi', version: 3 }))).toEqual({ ...saved, overrides: saved.overrides.toReversed() });
  });

  it('names every fault at once, beside its field', () => {
    const form: Form = {
      rules: [line<Rule>({ days: [], from: '12:00', to: '12:00' }), line<Rule>({ days: [1], from: '09:00', to: '24:00', validFrom: '2026-04-02', validUntil: '2026-04-01' })],
      overrides: [line({ date: '', spans: [line({ from: '10:00', to: '09:00' })] }), line({ date: '2026-04-02', spans: [] }), line({ date: '2026-04-02', spans: [] })],
      travel: [line({ from: '2026-04-02', until: '2026-04-01', timeZone: 'Madrid' })],
    };
    expect(faultsOf(form, ZONES).map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      'rule-0-days days', 'rule-0-to order', 'rule-1-until dateOrder', 'date-0 date', 'date-0-to-0 order', 'date-2 dateTwice', 'journey-0-until dateOrder', 'journey-0-zone zone',
    ]);
  });
});
