export type House = 'coverage' | 'plan' | 'people' | 'log';

/** The pages below each of a coordinator's four, in their order; the first is where the top of the page leads. */
export const houses = {
  coverage: [['/', 'board'], ['/day', 'day']],
  plan: [['/plan', 'timetable'], ['/outlook', 'outlook']],
  people: [['/people', 'people'], ['/programme', 'rules'], ['/setup', 'setup']],
  log: [['/log', 'mail'], ['/changes', 'changes'], ['/programs', 'programs']],
} as const satisfies Record<House, readonly (readonly [path: string, name: string])[]>;

export function isAt(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
