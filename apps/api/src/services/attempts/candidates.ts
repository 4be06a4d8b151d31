import { needsFinePointing } from '@jalon/items';
import type { Row } from '@jalon/store';
import type { EngineCompetence } from '../engine.ts';

/** What bounds the items that a sitting may give. */
export type ItemBounds = Pick<Row<'attempt'>, 'levelFrom' | 'levelTo' | 'reach'>;

/** The items of a competence that a sitting may give. */
export function candidatesOf(
  { items }: EngineCompetence,
  { levelFrom, levelTo, reach }: ItemBounds,
): EngineCompetence['items'] {
  if (levelFrom === null && levelTo === null && reach === 'any') return items;
  return items.filter(
    ({ definition: { kind, level } }) =>
      (levelFrom === null || level >= levelFrom) &&
      (levelTo === null || level <= levelTo) &&
      (reach === 'any' || !needsFinePointing(kind)),
  );
}
