import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { chosenRelease } from '../results-under.ts';
import { countedTogether } from '../territories/territory.ts';
import { MINIMUM_CELL } from './counts.ts';

/**
 * The release that a territory is counted under: the one asked for; or the newest under which it
 * has enough results for any count to be shown; or the one in force. Refuses with `not-found`.
 */
export async function releaseOfCohort(
  { store, engines }: ServiceContext,
  { territory }: Inspector,
  asked: string | undefined,
): Promise<Engine> {
  if (asked !== undefined) return chosenRelease(engines, asked);
  const scope = { departments: await countedTogether(store, territory) };
  const counts = await store.read.cohorts.resultCounts(
    territory.kind === 'department'
      ? { departments: [territory.code] }
      : territory.kind === 'district'
        ? { ...scope, district: territory.code }
        : scope,
  );
  const enough = new Set(
    counts.filter(({ results }) => results >= MINIMUM_CELL).map((row) => row.releaseVersion),
  );
  const newest = engines.versions.find((version) => enough.has(version));
  return newest === undefined ? engines.current : engines.of(newest);
}
