import {
  type CaseAssociation,
  type CaseItem,
  type CasePackage,
  casePackage,
  type ReadCrosswalk,
  textsOf,
} from '@jalon/framework';
import type { Engines } from './engine.ts';
import { Refusal } from './refusal.ts';

/** What frameworks are served out of. */
export interface CaseSource {
  engines: Engines;
  crosswalks: readonly ReadCrosswalk[];
  /** When each release was made: `2026-11-27`, by version. */
  releaseDays: ReadonlyMap<string, string>;
}

/** An item with the document it stands in. */
type WholeItem = CaseItem & { CFDocumentURI: { title: string; identifier: string; uri: string } };

/** Frameworks as CASE has them, with every record by its identifier. Throws `not-found`. */
export interface CaseLibrary {
  documents(): CasePackage['CFDocument'][];
  document(id: string): CasePackage['CFDocument'];
  package(id: string): CasePackage;
  item(id: string): WholeItem;
  itemAssociations(id: string): {
    CFItem: WholeItem;
    CFAssociations: CaseAssociation[];
  };
  association(id: string): CaseAssociation;
}

/**
 * The library as it is reached at `origin`; the last one is kept, for records name the address they
 * are fetched from.
 */
export function createCaseLibrary(source: CaseSource): (origin: string) => CaseLibrary {
  let last: { origin: string; library: CaseLibrary } | null = null;
  return (origin) => {
    if (last?.origin !== origin) last = { origin, library: fill(source, origin) };
    return last.library;
  };
}

function fill({ engines, crosswalks, releaseDays }: CaseSource, origin: string): CaseLibrary {
  const base = `${origin}/ims/case/v1p1`;
  const packages = new Map<string, CasePackage>();
  const items = new Map<string, { item: CaseItem; of: CasePackage }>();
  const associations = new Map<string, CaseAssociation>();
  const add = (made: CasePackage): void => {
    packages.set(made.CFDocument.identifier, made);
    for (const item of made.CFItems) {
      // Items of several releases are the same: the newest document is named.
      if (!items.has(item.identifier)) items.set(item.identifier, { item, of: made });
    }
    for (const one of made.CFAssociations) associations.set(one.identifier, one);
  };
  for (const version of engines.versions) {
    const day = releaseDays.get(version);
    // CASE dates every record: a release of which no day is known is not served.
    if (day === undefined) continue;
    const { release } = engines.of(version);
    add(
      casePackage({
        texts: textsOf(release.framework),
        base,
        changedAt: midnight(day),
        release: { version, sha256: release.sha256 },
        crosswalks: crosswalks.filter(
          ({ walk: { from } }) =>
            from.framework === release.framework.id && from.version === release.framework.version,
        ),
      }),
    );
  }
  for (const { to } of crosswalks) {
    const { published, ...texts } = to;
    const changedAt = midnight(published);
    add(casePackage({ texts, base, changedAt, release: null, crosswalks: [] }));
  }
  const found = <T>(record: T | undefined): T => {
    if (record === undefined) throw new Refusal('not-found');
    return record;
  };
  const item = (id: string) => {
    const { item: record, of } = found(items.get(id));
    const { title, identifier, uri } = of.CFDocument;
    return { ...record, CFDocumentURI: { title, identifier, uri } };
  };
  return {
    documents: () => [...packages.values()].map(({ CFDocument }) => CFDocument),
    document: (id) => found(packages.get(id)).CFDocument,
    package: (id) => found(packages.get(id)),
    item,
    itemAssociations: (id) => ({
      CFItem: item(id),
      CFAssociations: [...associations.values()].filter(
        ({ originNodeURI, destinationNodeURI }) =>
          originNodeURI.identifier === id || destinationNodeURI.identifier === id,
      ),
    }),
    association: (id) => found(associations.get(id)),
  };
}

const midnight = (day: string): string => `${day}T00:00:00.000Z`;
