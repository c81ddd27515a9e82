import './styles/index.css';
import { render } from 'preact';
import { App, warm } from './app.tsx';
import { languageOfBrowser, setLanguage } from './locales/index.ts';
import { follow } from './live/connection.ts';
import { refreshOnChanges } from './live/refreshing.ts';
import { tellFreed } from './live/freed.ts';
import { keepPromises } from './state/later.ts';
import { viewer } from './state/me.ts';
import { recogniseViewer } from './state/start.ts';

void start();

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');
  warm(location.pathname);
  const found = await recogniseViewer();
  await setLanguage(found.kind === 'known' ? found.viewer.language : languageOfBrowser());
  if (found.kind === 'known') {
    viewer.value = found.viewer;
    refreshOnChanges();
    tellFreed();
    const { viewer: { programmeId }, revision } = found;
    // Not before the page is there: its own code and words come first. What happens meanwhile is told from the revision on.
    afterDrawing(() => void follow(programmeId, revision));
  }
  addEventListener('pagehide', keepPromises);
  addEventListener('click', passOver, true);
  render(<App start={found} />, root);
}

/** What is at work already is not pressed twice. It is not `disabled` meanwhile, which would take its focus away; Enter in a form presses its button too. */
function passOver(event: MouseEvent): void {
  if (!(event.target as Element).closest('[aria-disabled=true]')) return;
  event.preventDefault();
  event.stopPropagation();
}

/** A hidden tab draws nothing: then after a while. */
function afterDrawing(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 1000);
}
