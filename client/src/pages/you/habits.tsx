import { useState } from 'preact/hooks';
import type { OwnSettings } from '../../../../shared/api/waiting.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { changeOwnSettings } from '../../api/you.ts';
import type { Problem } from '../../api/http.ts';
import { deferred } from '../../components/deferred.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { deviceZone } from '../../format/time.ts';
import { line } from '../../live/connection.ts';
import { city, words, youWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** Each language by its own name: whoever needs another cannot read this one. */
const LANGUAGES = { en: 'English', es: 'Español', fr: 'Français', pl: 'Polski', da: 'Dansk' } as const;
type Language = keyof typeof LANGUAGES;

const ZoneSearch = deferred(async () => (await import('../../components/zone-search.tsx')).ZoneSearch);

/** Language and clock. Everything on screen is said in them, so the page is loaded anew. */
export function Habits() {
  const viewer = useViewer();
  const copy = youWords();
  const [language, setLanguage] = useState<Language>(viewer.language);
  const [zone, setZone] = useState(viewer.timeZone);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const home = useClusterZone();
  async function save(): Promise<void> {
    const changes: OwnSettings = { ...(language !== viewer.language && { language }), ...(zone !== viewer.timeZone && { timeZone: zone === home ? null : zone }) };
    if (Object.keys(changes).length === 0) return;
    setBusy(true);
    const answer = await changeOwnSettings(changes);
    setBusy(false);
    if (answer.ok) location.reload();
    else setProblem(answer.problem);
  }
  return (
    <form class="card stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <label class="field"><span>{copy.language}</span>
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
          {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
        </select>
      </label>
      {viewer.role !== 'facilitator' && (
        <div class="field own-zone">
          <label id="own-zone-label" for="own-zone">{copy.zone}</label>
          <ZoneSearch id="own-zone" value={zone} near={zonesNear(home, viewer.timeZone)} label={copy.zoneOption} none={copy.noCity} describedBy="zone-hint" onChoose={setZone} />
          <small id="zone-hint" class="quiet">{home !== null && `${copy.zoneOfCluster(city(home))}. `}{copy.zoneHint}</small>
        </div>
      )}
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
      <div><button class="button button-main" aria-disabled={busy} disabled={line.value === 'offline'}>{copy.save}</button></div>
    </form>
  );
}

/** The clock that holds for whoever has said nothing; only clusters lend theirs. */
function useClusterZone(): string | null {
  const { programmeId, clusterId } = useViewer();
  return useCatalogue(programmeId).value?.clusters.get(clusterId ?? '')?.timeZone ?? null;
}

/** The cluster's, one's own and this device's: whoever wants another types its city. */
function zonesNear(home: string | null, own: string): string[] {
  return [...new Set([...(home ? [home] : []), own, deviceZone()])];
}
