import { Refusal } from './refusal.ts';

/** Who acts, with the school or territory that bounds every query. */
export type SignedIn =
  | { role: 'pupil'; id: string; schoolId: string }
  | { role: 'teacher'; id: string; schoolId: string }
  | { role: 'inspector'; id: string; department: string };

export type Pupil = Extract<SignedIn, { role: 'pupil' }>;
export type Teacher = Extract<SignedIn, { role: 'teacher' }>;
export type Inspector = Extract<SignedIn, { role: 'inspector' }>;

/** The actor as one of the named role; the table of permissions has refused others before. */
export function as<R extends SignedIn['role']>(
  role: R,
  actor: SignedIn,
): Extract<SignedIn, { role: R }> {
  if (!hasRole(role, actor)) throw new Refusal('forbidden');
  return actor;
}

function hasRole<R extends SignedIn['role']>(
  role: R,
  actor: SignedIn,
): actor is Extract<SignedIn, { role: R }> {
  return actor.role === role;
}
