import type { Territory } from '@jalon/types';

/** Who acts, with the school or territory that bounds every query. */
export type SignedIn =
  | { role: 'pupil'; id: string; schoolId: string }
  | { role: 'teacher'; id: string; schoolId: string }
  | { role: 'administrator'; id: string; schoolId: string }
  | { role: 'inspector'; id: string; territory: Territory };

export type Pupil = Extract<SignedIn, { role: 'pupil' }>;
/** Whoever may teach classes. */
export type Teacher = Extract<SignedIn, { role: 'teacher' | 'administrator' }>;
export type Administrator = Extract<SignedIn, { role: 'administrator' }>;
export type Inspector = Extract<SignedIn, { role: 'inspector' }>;
