import { useState } from 'preact/hooks';
import { setupWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { announce } from '../../state/announcer.ts';
import { AsideRows } from './aside-rows.tsx';
import type { StepProps } from './basics.tsx';
import { type AsideRow, withEntry } from './model.ts';
import { plain, type Kind } from './sheet/columns.ts';
import { tableOf } from './sheet/read-file.ts';
import { readRow, rowsBelowHead } from './sheet/read-rows.ts';
import { saveTemplate } from './sheet/template.ts';
import { knownFor } from './known-for.ts';

/** People from a spreadsheet: what is right is taken at once, the rest waits to be mended, and nothing is lost. */
export function SheetPanel({ setup, onChange, kind }: Pick<StepProps, 'setup' | 'onChange'> & { kind: Kind }) {
  const copy = setupWords();
  const { language } = useViewer();
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null);
  const aside = setup.aside ?? [];
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const table = await tableOf(file);
    const rows = table && rowsBelowHead(table);
    if (!rows) {
      setSaid({ text: table ? copy.headError : copy.sheetError, isBad: true });
      return;
    }
    let next = setup;
    const waiting: AsideRow[] = [];
    for (const { row, cells } of rows) {
      const read = readRow(cells, knownFor(next, kind));
      if ('entry' in read) next = withEntry(next, read.entry);
      else waiting.push({ file: file.name, row, cells, faults: read.faults });
    }
    // The same file once more replaces what waits of it.
    onChange({ ...next, aside: [...aside.filter((each) => each.file !== file.name), ...waiting] });
    const text = `${copy.taken(rows.length - waiting.length)}${waiting.length > 0 ? ` ${copy.waiting(waiting.length)}.` : ''}`;
    setSaid({ text, isBad: false });
    announce(text);
  }
  /** Emptied, so that the same file can be chosen once it has been mended. */
  async function chosen(input: HTMLInputElement): Promise<void> {
    await take(input.files?.[0]);
    input.value = '';
  }
  return (
    <section class="card sheet" aria-labelledby="sheet">
      <h2 id="sheet">{copy.sheet}</h2>
      <p class="small quiet">{copy.sheetHint}</p>
      <p class="actions">
        <label class="button file"><span>{copy.choose}</span><input type="file" accept=".xlsx,.csv,text/csv" onChange={(event) => void chosen(event.currentTarget)} /></label>
        <button type="button" class="link" onClick={() => void saveTemplate(language, setup.topics.map(({ name }) => name).filter((name) => plain(name) !== ''))}>{copy.template}</button>
      </p>
      {said && <p class={said.isBad ? 'note note-bad' : 'note'} role={said.isBad ? 'alert' : undefined}>{said.text}</p>}
      {aside.length > 0 && <AsideRows setup={setup} kind={kind} onChange={onChange} />}
    </section>
  );
}
