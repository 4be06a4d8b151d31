import type { FrameworkView } from '@jalon/types';
import type { Engine } from './engine.ts';

/** The framework as people read it, under one release. */
export function viewFramework({ reference, release, competences }: Engine): FrameworkView {
  const { framework } = release;
  return {
    release: reference,
    title: framework.title,
    source: framework.source,
    levels: framework.levels,
    domains: framework.domains,
    competences: framework.competences.map(({ code, domain, name, definition, descriptors }) => ({
      code,
      domain,
      name,
      definition,
      items: competences.get(code)?.items.length ?? 0,
      descriptors,
    })),
  };
}
