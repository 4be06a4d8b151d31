import type { ItemDefinition } from '@jalon/items';
import canonicalize from 'canonicalize';
import type { MeasuringItem } from '../measure/measuring.ts';

/** One task as two releases hold it. */
export interface CommonTask {
  old: MeasuringItem;
  now: MeasuringItem;
}

/**
 * The items of which both releases ask the very same, in the order of the older one. A version
 * that only counts otherwise (its difficulty was calibrated) asks the same; other words do not.
 */
export function commonTasks(
  before: readonly MeasuringItem[],
  after: readonly MeasuringItem[],
): CommonTask[] {
  const byId = new Map(after.map((item) => [item.definition.id, item]));
  return before.flatMap((old) => {
    const now = byId.get(old.definition.id);
    return now && (now.key === old.key || taskOf(now) === taskOf(old)) ? [{ old, now }] : [];
  });
}

function taskOf({ definition }: MeasuringItem): string | undefined {
  const task: Partial<ItemDefinition> = { ...definition };
  delete task.version;
  delete task.difficulty;
  delete task.discrimination;
  return canonicalize(task);
}
