import { comparable, tidy } from '@jalon/rosters';
import type { ServiceContext } from '../context.ts';
import type { Teacher } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/**
 * The name of a group with its blanks put right. Refuses with `group-known` where another class or
 * group that somebody teaches in the school year is called the same.
 */
export async function ownName(
  { store }: Pick<ServiceContext, 'store'>,
  { id: staffId, schoolId }: Teacher,
  group: { id: string | null; name: string; schoolYear: string },
): Promise<string> {
  const name = tidy(group.name);
  const taught = await store.read.classes.taughtBy({ schoolId, staffId });
  const isKnown = taught.some(
    (one) =>
      one.id !== group.id &&
      one.schoolYear === group.schoolYear &&
      comparable(one.name) === comparable(name),
  );
  if (isKnown) throw new Refusal('group-known');
  return name;
}
