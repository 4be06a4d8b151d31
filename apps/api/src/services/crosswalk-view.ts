import { competenceLinks, type ReadCrosswalk } from '@jalon/framework';
import type { CrosswalkView } from '@jalon/types';
import type { Engine } from './engine.ts';
import { Refusal } from './refusal.ts';

/** A crosswalk from the framework of a release to another. Refuses with `not-found`. */
export function viewCrosswalk(
  crosswalks: readonly ReadCrosswalk[],
  { release }: Engine,
  framework: string,
): CrosswalkView {
  const own = release.framework;
  const found = crosswalks.find(
    ({ walk, to }) =>
      to.id === framework && walk.from.framework === own.id && walk.from.version === own.version,
  );
  if (!found) throw new Refusal('not-found');
  const { walk, to } = found;
  const links = competenceLinks(walk, to);
  return {
    id: walk.id,
    version: walk.version,
    from: { framework: own.id, version: own.version, title: own.title },
    to: {
      framework: to.id,
      version: to.version,
      title: to.title,
      language: to.language,
      source: to.source,
      licence: to.licence,
    },
    domains: to.domains,
    competences: to.competences.map(({ code, domain, name, definition }) => ({
      code,
      domain,
      name,
      definition,
      links: (links.get(code) ?? []).map(({ from, relation, why }) => ({
        competence: from,
        relation,
        why: why ?? null,
      })),
    })),
  };
}
