import { signal } from '@preact/signals';
import { Component, type ComponentChildren, type FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { insist } from './components/deferred.tsx';
import { Unloadable } from './components/unloadable.tsx';
import { isOutOfDate } from './state/new-version.ts';

/** What a page is given: the `:names` of its path, and the address's query. */
export interface PageProps {
  params: Record<string, string>;
  query: Record<string, string>;
}

export type Page = FunctionComponent<Partial<PageProps>>;

/** A path such as `/sessions/:id`, and how to fetch the page that is there. The last may be `*`: anything else. */
export interface Route {
  path: string;
  load: () => Promise<Page>;
}

interface Place extends PageProps {
  /** Of the address; changes with every step. */
  path: string;
  route: Route;
  page: Page;
}

const place = signal<Place | null>(null);
let routes: readonly Route[] = [];
/** Pages of the server, which a click must reach. */
let isServers: (path: string) => boolean = () => false;
/** Rises with each step, so that a page that comes late does not push away a later one. */
let steps = 0;

/** Goes to a page of ours. What is on screen stays until the next page's code has come. */
export function go(href: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  void arrive(true);
}

/** The path one is on. */
export function usePath(): string {
  return place.value?.path ?? location.pathname;
}

/** Shows the page of the address, and follows links and the browser's buttons from then on. */
export function Pages({ of, except }: { of: readonly Route[]; except: (path: string) => boolean }) {
  useEffect(() => {
    routes = of;
    isServers = except;
    void arrive(false);
    const back = () => void arrive(false);
    addEventListener('popstate', back);
    document.addEventListener('click', follow);
    return () => {
      removeEventListener('popstate', back);
      document.removeEventListener('click', follow);
    };
  }, [of, except]);
  if (!place.value) return null;
  const { page: Page, params, query, route } = place.value;
  return <Page key={route.path} params={params} query={query} />;
}

async function arrive(isNew: boolean): Promise<void> {
  steps += 1;
  const step = steps;
  const { pathname: path, search } = location;
  const [route, params] = match(path);
  if (!route) return;
  const known = place.peek();
  const page = known?.route === route ? known.page : await insist(route.load) ?? Unloadable;
  if (step !== steps) return;
  place.value = { path, route, page, params, query: Object.fromEntries(new URLSearchParams(search)) };
  if (isNew) scrollTo(0, 0);
}

function match(path: string): [Route | undefined, Record<string, string>] {
  const parts = path.split('/').filter(Boolean);
  for (const route of routes) {
    const names = route.path.split('/').filter(Boolean);
    if (route.path !== '*' && (names.length !== parts.length || !names.every((name, index) => name.startsWith(':') || name === parts[index]))) continue;
    return [route, Object.fromEntries(names.flatMap((name, index) => (name.startsWith(':') ? [[name.slice(1), decodeURIComponent(parts[index] ?? '')]] : [])))];
  }
  return [undefined, {}];
}

/** A plain click on a link of ours turns the page; every other click is the browser's, and so is one in a tab that has grown old: it comes back new. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest('a');
  if (!link?.href || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#') || isServers(link.pathname) || isOutOfDate()) return;
  event.preventDefault();
  go(link.href);
}

/** Shows something else when drawing what is inside has failed. */
export class Fence extends Component<{ instead: ComponentChildren; children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    reportError(error);
    this.setState({ broken: true });
  }

  render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
