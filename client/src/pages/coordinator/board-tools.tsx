import type { Catalogue } from '../../api/catalogue.ts';
import { FileLink } from '../../components/file-link.tsx';
import { coordinatorWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

const ROWS = ['cluster', 'topic', 'facilitator'] as const;

/** Which part of the board is shown, and which way round. */
export interface BoardView {
  onlyUnsettled: boolean;
  /** Null: all weeks. */
  phaseId: string | null;
  rows: (typeof ROWS)[number];
}

export function BoardTools({ catalogue, view, unsettled, onView }: { catalogue: Catalogue; view: BoardView; unsettled: number; onView: (view: BoardView) => void }) {
  const copy = coordinatorWords().coverage;
  const { role } = useViewer();
  const virtual = catalogue.phases.filter(({ mode }) => mode === 'virtual');
  return (
    <div class="board-tools">
      <label class="check">
        <input type="checkbox" checked={view.onlyUnsettled} onChange={(event) => onView({ ...view, onlyUnsettled: event.currentTarget.checked })} />
        <span>{copy.onlyAttention} <span class="quiet">{copy.attentionCount(unsettled)}</span></span>
      </label>
      <span class="board-selects">
        <label class="field-inline">
          <span>{copy.week}</span>
          <select value={view.phaseId ?? ''} onChange={(event) => onView({ ...view, phaseId: event.currentTarget.value || null })}>
            <option value="">{copy.allWeeks}</option>
            {virtual.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
        <label class="field-inline wide-only">
          <span>{copy.rows}</span>
          <select value={view.rows} onChange={(event) => onView({ ...view, rows: event.currentTarget.value as BoardView['rows'] })}>
            {ROWS.map((rows) => <option key={rows} value={rows}>{copy.rowsBy[rows]}</option>)}
          </select>
        </label>
        {role !== 'observer' && <ExportMenu programmeId={catalogue.programme.id} />}
      </span>
    </div>
  );
}

/** Files for the funder and for other programs. */
function ExportMenu({ programmeId }: { programmeId: string }) {
  const copy = coordinatorWords().coverage;
  const { language } = useViewer();
  const addressOf = (file: string) => `/api/v1/programmes/${programmeId}/${file}${file.endsWith('json') ? '' : `?language=${language}`}`;
  return (
    <>
      <button type="button" class="button" popovertarget="export">{copy.export}</button>
      <div id="export" class="popover popover-here" popover="auto">
        <p class="small quiet">{copy.exportHint}</p>
        <ul class="files">
          {([['export.xlsx', 'Excel (.xlsx)'], ['export.csv', 'CSV'], ['evidence.pdf', 'PDF'], ['export.json', 'JSON']] as const).map(([file, label]) => <li key={file}><FileLink href={addressOf(file)} label={label} name={file} /></li>)}
        </ul>
      </div>
    </>
  );
}
