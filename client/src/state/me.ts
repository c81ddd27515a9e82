import { signal } from '@preact/signals';
import type { Me } from '../../../shared/api/me.ts';

/** Whoever has signed in, and the programme that is on screen. */
export interface Viewer extends Omit<Me, 'programmeId'> {
  programmeId: string;
}

export const viewer = signal<Viewer | null>(null);

/** Who is looking; pages below the shell are only drawn once it is known. */
export function useViewer(): Viewer {
  if (!viewer.value) throw new Error('A page was drawn before it was known for whom');
  return viewer.value;
}
