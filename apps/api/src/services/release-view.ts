import { changesBetween, type Release, stepDue } from '@jalon/framework';
import type {
  CompetenceCoverage,
  ReleaseDifference,
  ReleaseItem,
  ReleaseView,
  releaseViewQuery,
} from '@jalon/types';
import type { z } from 'zod';
import type { ServiceContext } from './context.ts';
import type { Engine } from './engine.ts';
import { chosenRelease } from './results-under.ts';

/**
 * Releases as stewards look at them: one, against another or the one before it. Refuses with
 * `not-found` where there is no such release.
 */
export function viewRelease(
  { engines, exposure }: Pick<ServiceContext, 'engines' | 'exposure'>,
  releaseDays: ReadonlyMap<string, string>,
  query: z.output<typeof releaseViewQuery>,
): ReleaseView {
  const engine = chosenRelease(engines, query.release);
  const { version } = engine.reference;
  const [previous] = engines.versions.slice(engines.versions.indexOf(version) + 1);
  const before = query.before ?? previous;
  const entryOf = ({ release }: Engine) => ({
    version: release.version,
    sha256: release.sha256,
    day: releaseDays.get(release.version) ?? null,
    items: release.items.size,
    frameworkVersion: release.framework.version,
    scaleVersion: release.scale.version,
    engine: release.engine,
  });
  return {
    releases: engines.versions.map((one) => entryOf(engines.of(one))),
    release: entryOf(engine),
    difference:
      before === undefined
        ? null
        : differenceOf(chosenRelease(engines, before).release, engine.release),
    coverage: coverageOf(engine, exposure),
  };
}

const shown = ({ id, version, title, kind }: ReleaseItem): ReleaseItem => ({
  id,
  version,
  title,
  kind,
});

function differenceOf(before: Release, after: Release): ReleaseDifference {
  const changes = changesBetween(before, after);
  const byId = (release: Release) =>
    new Map([...release.items.values()].map((item) => [item.id, item]));
  const [old, now] = [byId(before), byId(after)];
  return {
    before: before.version,
    due: stepDue(changes),
    changes: changes.map(({ step, what, subject }) => ({ step, what, subject })),
    touches: [...new Set(changes.flatMap(({ touches }) => touches))].sort(),
    added: [...now.values()].filter(({ id }) => !old.has(id)).map(shown),
    retired: [...old.values()].filter(({ id }) => !now.has(id)).map(shown),
    changed: [...now.values()].flatMap((item) => {
      const was = old.get(item.id);
      return was && was.version !== item.version
        ? [{ before: shown(was), after: shown(item) }]
        : [];
    }),
  };
}

/** Every competence of the framework, those without items too: what is missing is looked for here. */
function coverageOf(
  { release, competences }: Engine,
  exposure: ServiceContext['exposure'],
): CompetenceCoverage[] {
  return release.framework.competences.map(({ code, name, descriptors }) => {
    const items = competences.get(code)?.items ?? [];
    return {
      competence: { code, name },
      items: items.length,
      isEnough: items.length >= release.scale.sitting.maxItems,
      descriptors: descriptors.map((descriptor) => ({
        descriptor,
        items: items
          .filter(({ definition }) => definition.descriptor === descriptor.code)
          .map(({ key, definition }) => ({
            ...shown(definition),
            exposure: exposure.rate(code, key),
          })),
      })),
    };
  });
}
