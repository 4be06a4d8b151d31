/** Who acts. */
export const roles = ['pupil', 'teacher', 'administrator', 'inspector'] as const;
export type Role = (typeof roles)[number];

/**
 * How far an action reaches for a role.
 * - `self`: what belongs to the actor alone
 * - `own-classes`: the classes the actor teaches, their pupils and what these did
 * - `own-school`: the classes and pupils of the actor's school, by name; never what they did
 * - `own-territory`: counts over the inspector's territory, never a person
 * - `items`: the items themselves, with their keys; they are of no person and no school
 */
export const scopes = ['self', 'own-classes', 'own-school', 'own-territory', 'items'] as const;
export type Scope = (typeof scopes)[number];

/** What a route acts on, named by one of its path parameters. */
export const subjectKinds = [
  'attempt',
  'class',
  'pupil',
  'assessment',
  'roster',
  'staff',
  'invitation',
  'transfer',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/**
 * The one table of permissions: action x role -> scope. A role that an action does not list is
 * refused. The API's checks and the tests over every route are generated from it.
 */
export const permissions = {
  'session:read': { pupil: 'self', teacher: 'self', administrator: 'self', inspector: 'self' },
  'security:manage': { teacher: 'self', administrator: 'self', inspector: 'self' },
  'home:read': { pupil: 'self' },
  'own-data:read': { pupil: 'self' },
  'attempt:start': { pupil: 'self' },
  'attempt:answer': { pupil: 'self' },
  'attempt:read': { pupil: 'self' },
  'result:read': { pupil: 'self', teacher: 'own-classes', administrator: 'own-classes' },
  // Whoever administers a small school often teaches in it: their own classes, like any teacher.
  'class:list': { teacher: 'own-classes', administrator: 'own-classes' },
  'class:read': { teacher: 'own-classes', administrator: 'own-classes' },
  'group:make': { teacher: 'own-classes', administrator: 'own-classes' },
  'position:read': { teacher: 'own-classes', administrator: 'own-classes' },
  'position:say': { teacher: 'own-classes', administrator: 'own-classes' },
  'pupil:read': { teacher: 'own-classes', administrator: 'own-classes' },
  // Not for the administrator as such: who needs something otherwise is for their teachers to know.
  'accommodation:read': { teacher: 'own-classes', administrator: 'own-classes' },
  'accommodation:say': { teacher: 'own-classes', administrator: 'own-classes' },
  'assessment:give': { teacher: 'own-classes', administrator: 'own-classes' },
  'assessment:read': { teacher: 'own-classes', administrator: 'own-classes' },
  'card:make': { teacher: 'own-classes', administrator: 'own-school' },
  'school:read': { administrator: 'own-school' },
  'access-log:read': { administrator: 'own-school' },
  'roster:import': { administrator: 'own-school' },
  'staff:manage': { administrator: 'own-school' },
  'transfer:manage': { administrator: 'own-school' },
  'gallery:read': { teacher: 'items', administrator: 'items', inspector: 'items' },
  // Of items and of no territory: all schools together, since a few say too little.
  'quality:read': { inspector: 'items' },
  'cohort:read': { inspector: 'own-territory' },
  'cohort:export': { inspector: 'own-territory' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Action = keyof typeof permissions;

/** The scope in which a role may do an action, or `null` where it may not. */
export function scopeOf(action: Action, role: Role): Scope | null {
  const byRole: Partial<Record<Role, Scope>> = permissions[action];
  return byRole[role] ?? null;
}
