import { listWords } from '../../format/time.ts';
import { setupWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import type { StepProps } from './basics.tsx';
import { type AsideRow, type Setup, withEntry } from './model.ts';
import { COLUMNS, type Column, headWords, type Kind } from './sheet/columns.ts';
import { type Fault, readRow } from './sheet/read-rows.ts';
import { knownFor } from './known-for.ts';

/** Rows that were not right, each with its cells, what is wrong beside them, and a way on. */
export function AsideRows({ setup, kind, onChange }: Pick<StepProps, 'setup' | 'onChange'> & { kind: Kind }) {
  const copy = setupWords();
  const rows = setup.aside ?? [];
  const without = (row: AsideRow): AsideRow[] => rows.filter((each) => each !== row);
  const take = (row: AsideRow) => {
    const read = readRow(row.cells, knownFor(setup, kind));
    if ('entry' in read) onChange({ ...withEntry(setup, read.entry), aside: without(row) });
    else onChange({ ...setup, aside: rows.map((each) => (each === row ? { ...row, faults: read.faults } : each)) });
  };
  const drop = (row: AsideRow) => {
    onChange({ ...setup, aside: without(row) });
    toast(copy.dropped(row.row), { label: words().app.undo, run: () => onChange((now) => ({ ...now, aside: [...now.aside ?? [], row] })) });
  };
  return (
    <section aria-labelledby="aside">
      <h3 id="aside">{copy.waiting(rows.length)}</h3>
      {rows.map((row) => (
        <form key={`${row.file} ${row.row}`} class="group aside" noValidate onSubmit={(event) => { event.preventDefault(); take(row); }}>
          <h4>{copy.rowOf(row.row, row.file)}</h4>
          <Cells row={row} setup={setup} onCell={(column, value) => onChange({ ...setup, aside: rows.map((each) => (each === row ? { ...row, cells: { ...row.cells, [column]: value } } : each)) })} />
          <p class="actions"><button class="button">{copy.takeRow}</button><button type="button" class="button button-quiet" onClick={() => drop(row)}>{copy.dropRow}</button></p>
        </form>
      ))}
    </section>
  );
}

/** Cells that say something or should; the others are left out. */
function Cells({ row, setup, onCell }: { row: AsideRow; setup: Setup; onCell: (column: Column, value: string) => void }) {
  const { language } = useViewer();
  const faultOf = (column: Column) => row.faults.find((fault) => fault.column === column);
  return (
    <div class="aside-cells">
      {COLUMNS.filter((column) => row.cells[column] !== '' || faultOf(column)).map((column) => {
        const fault = faultOf(column);
        const id = `aside-${row.row}-${column}`;
        return (
          <label class="field" key={column}>
            <span>{headWords[language][column]}</span>
            <input id={id} value={row.cells[column]} aria-invalid={fault !== undefined} aria-describedby={fault && `${id}-error`} onInput={(event) => onCell(column, event.currentTarget.value)} />
            {fault && <span class="field-error" id={`${id}-error`}>{faultWords(fault, setup)}</span>}
          </label>
        );
      })}
    </div>
  );
}

function faultWords({ code, value }: Fault, { topics }: Setup): string {
  const copy = setupWords().fault;
  if (code !== 'topic') return copy[code];
  const known = topics.map(({ name }) => name).filter(Boolean);
  return known.length > 0 ? copy.topic(value, listWords(known)) : copy.topicNone(value);
}
