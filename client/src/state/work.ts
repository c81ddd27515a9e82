import { signal } from '@preact/signals';

/** Something that takes a while and goes on while one looks at other pages. */
export interface Work {
  id: number;
  name: string;
  state: 'running' | 'done' | 'failed' | 'stopped';
  /** Kilobytes that have come so far, of a file. */
  kilobytes?: number;
  /** Why it failed. */
  fault?: string;
  /** Where what came of it is; `download` under which name it is kept. */
  link?: { href: string; download?: string };
  /** Where opening it is more than going to an address. */
  open?: () => void;
  stop?: () => void;
}

export const works = signal<readonly Work[]>([]);

let lastId = 0;

/** Shows work that has begun. Returns how to say how it goes. */
export function begin(name: string, more: Pick<Work, 'stop'> = {}): (news: Partial<Omit<Work, 'id'>>) => void {
  lastId += 1;
  const id = lastId;
  works.value = [...works.value, { id, name, state: 'running', ...more }];
  return (news) => { works.value = works.value.map((work) => (work.id === id ? { ...work, ...news } : work)); };
}

/** Takes away what is over. */
export function clearWorks(): void {
  for (const { state, link } of works.value) if (state !== 'running' && link?.download !== undefined) URL.revokeObjectURL(link.href);
  works.value = works.value.filter(({ state }) => state === 'running');
}
