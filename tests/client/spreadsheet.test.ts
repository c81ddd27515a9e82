import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { emptySetup, movedBy, setupOf, withEntry, type Setup } from '../../client/src/pages/setup/model.ts';
import { rowsOfCsv } from '../../client/src/pages/setup/sheet/csv.ts';
import { COLUMNS, headWords, kindWords, plain, type Language } from '../../client/src/pages/setup/sheet/columns.ts';
import { readRow, rowsBelowHead, timeOf, type Cells, type Known } from '../../client/src/pages/setup/sheet/read-rows.ts';
import { cecil } from '../../server/demo/cecil.ts';

const LANGUAGES = Object.keys(headWords) as Language[];

describe('CSV', () => {
  it('is read as others read it, whatever stands in its fields', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '1'), maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, end) => {
      // The first line tells the delimiter, as a head does.
      const head = ['one', 'two', 'three'];
      const text = [head, ...rows].map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter)).join(end);
      expect(rowsOfCsv(text)).toEqual(parse(text, { delimiter, relax_column_count: true, bom: true }));
    }), { numRuns: 200 });
  });

  it('is read without quotes, with a byte order mark, and with the line that Excel begins with', () => {
    expect(rowsOfCsv('\uFEFFsep=;\r\nName;Mail\r\nKai;kai@example.org\r\n\r\nMari;\r\n')).toEqual([['Name', 'Mail'], ['Kai', 'kai@example.org'], [''], ['Mari', '']]);
  });
});

describe('a spreadsheet of people', () => {
  const known: Known = { kind: 'cluster', topics: ['Cluster economics', 'Mapping'], zones: ['Europe/Tallinn', 'Europe/Madrid', 'Africa/Nairobi'], placed: new Set() };
  const cells = (given: Partial<Cells>): Cells => ({ ...Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells, ...given });

  it.each(LANGUAGES)('is understood with its columns and kinds in %s', (language) => {
    const head = COLUMNS.map((column) => headWords[language][column].toUpperCase());
    const [row] = rowsBelowHead([head, [kindWords[language].facilitator, '', 'Amina', 'amina@example.org', 'Nairobi', language, 'mapping; Cluster Economics', '9', '17.30']])!;
    expect(readRow(row!.cells, known)).toEqual({ entry: {
      kind: plain(kindWords[language].facilitator) === plain(kindWords[language].cluster) ? 'cluster' : 'facilitator',
      name: 'Amina', person: 'Amina', email: 'amina@example.org', timeZone: 'Africa/Nairobi', language, topics: ['Mapping', 'Cluster economics'], hours: { from: '09:00', to: '17:30' },
    } });
  });

  it('names rows as the spreadsheet counts them, over empty ones, and needs a head', () => {
    expect(rowsBelowHead([['Organisation', 'Mail address'], ['Baltic', 'a@b.ee'], ['', ''], ['Nordic', '']])!.map(({ row, cells: { organisation } }) => [row, organisation])).toEqual([[2, 'Baltic'], [4, 'Nordic']]);
    expect(rowsBelowHead([['Baltic', 'a@b.ee']])).toBeNull();
  });

  it('says everything that is wrong with a row, by its column', () => {
    expect(readRow(cells({ kind: 'boss', person: 'Kai', email: 'kai', timeZone: 'Europe/Nowhere', language: 'Estonian', topics: 'Sailing', from: '25:00', to: '' }), known)).toEqual({ faults: [
      { column: 'kind', code: 'kind', value: 'boss' }, { column: 'organisation', code: 'missing', value: '' }, { column: 'timeZone', code: 'zone', value: 'Europe/Nowhere' }, { column: 'email', code: 'email', value: 'kai' },
      { column: 'language', code: 'language', value: 'Estonian' }, { column: 'topics', code: 'topic', value: 'Sailing' }, { column: 'from', code: 'time', value: '25:00' }, { column: 'to', code: 'missing', value: '' },
    ] });
  });

  it('takes a zone from an earlier row of the same cluster, and puts its people together', () => {
    const first = readRow(cells({ organisation: 'Baltic', timeZone: 'tallinn', person: 'Kai', email: 'kai@b.ee' }), known);
    const second = readRow(cells({ organisation: ' baltic', person: 'Mari', email: 'mari@b.ee' }), { ...known, placed: new Set(['baltic']) });
    expect(readRow(cells({ organisation: 'Baltic' }), known)).toEqual({ faults: [{ column: 'timeZone', code: 'missing', value: '' }] });
    let setup = emptySetup('Europe/Madrid', '2027-03-01');
    for (const read of [first, second]) if ('entry' in read) setup = withEntry(setup, read.entry);
    expect(setup.clusters).toEqual([{ key: 'cluster-1', name: 'Baltic', timeZone: 'Europe/Tallinn', workingHours: null, representatives: [
      { name: 'Kai', email: 'kai@b.ee', language: 'en', timeZone: null }, { name: 'Mari', email: 'mari@b.ee', language: 'en', timeZone: null }] }]);
  });

  it.each([['9', '09:00'], ['09:30', '09:30'], ['9.15', '09:15'], ['17h30', '17:30'], ['0.375', '09:00'], ['24:00', '24:00'], ['24:30', null], ['9:75', null], ['nine', null]])('reads the time %s as %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });
});

describe('an uploaded programme', () => {
  it('keeps all that it has, and moves with every date in it', () => {
    const setup = setupOf(structuredClone(cecil)) as Setup & Record<string, unknown>;
    expect(setup.programme).toEqual(cecil.programme);
    const later = movedBy(setup, 364);
    expect(Date.parse(later.programme.startsOn) - Date.parse(setup.programme.startsOn)).toBe(364 * 86_400_000);
    expect(movedBy(later, -364)).toEqual({ ...setup, ...(setup.planning && { planning: { ...setup.planning, holidaysWorked: [] } }) });
  });

  it('is none without a programme in it', () => {
    expect([setupOf(null), setupOf([]), setupOf({ clusters: [] }), setupOf('text')]).toEqual([null, null, null, null]);
  });
});
