import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FirstLoad } from '../../shared/first-load.ts';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** The client as it was built: its page, and which files hold what. */
export interface BuiltClient {
  readonly html: string;
  /** `link`s to everything that a page is made of and that the plain page does not name. */
  linksFor(load: Pick<FirstLoad, 'page' | 'area'> | null, language: string): string;
}

export function builtClient(directory: string): BuiltClient {
  const html = readFileSync(path.join(directory, 'index.html'), 'utf8');
  const chunks = JSON.parse(readFileSync(path.join(directory, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const known = new Map<string, string>();
  return {
    html,
    linksFor(load, language) {
      const words = [`src/locales/${language}/index.ts`, ...(load?.area ? [`src/locales/${language}/${load.area}.ts`] : [])];
      const entries = [...(load ? [`src/pages/${load.page}`] : []), ...words];
      const key = entries.join();
      const made = known.get(key) ?? linksTo(filesOf(chunks, entries).filter((file) => !html.includes(file)));
      known.set(key, made);
      return made;
    },
  };
}

/** The name of the script that the page begins with: another with every build that differs. Null where nothing is built. */
export function nameOfClient(directory: string | null): string | null {
  const page = directory === null ? null : path.join(directory, 'index.html');
  return page !== null && existsSync(page) ? /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(page, 'utf8'))?.[1] ?? null : null;
}

/** Each once: scripts and sheets of the entries and of whatever they import. */
function filesOf(chunks: Record<string, Chunk>, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    chunk.imports?.forEach(add);
    for (const file of [...chunk.css ?? [], chunk.file]) files.add(file);
  };
  entries.forEach(add);
  return [...files];
}

function linksTo(files: readonly string[]): string {
  return files.map((file) => (file.endsWith('.css') ? `<link rel="stylesheet" crossorigin href="/${file}">` : `<link rel="modulepreload" crossorigin href="/${file}">`)).join('\n    ');
}
