import type { ClassSummary } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';

/** The classes a teacher teaches, by name. */
export function listClasses({ store }: ServiceContext, actor: Teacher): Promise<ClassSummary[]> {
  return store.read.classes.taughtBy({ schoolId: actor.schoolId, staffId: actor.id });
}
