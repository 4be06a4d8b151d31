import type { Crosswalk, Relation } from '../crosswalk/crosswalk.ts';
import type { FrameworkTexts } from '../schema/framework-texts.ts';
import { partId } from './identifiers.ts';
import type {
  CaseAssociation,
  CaseDocument,
  CaseItem,
  CaseLink,
  CasePackage,
} from './case-types.ts';

/** What a package is made of and where its parts can be fetched. */
export interface CaseRequest {
  texts: FrameworkTexts;
  /** `https://…/ims/case/v1p1`, without a slash at its end. */
  base: string;
  /** When these texts were first served, ISO 8601: CASE asks it of every record. */
  changedAt: string;
  /** The release that measures under them; `null` where nothing is. */
  release: { version: string; sha256: string } | null;
  /** What leads from these texts to others. */
  crosswalks: readonly { walk: Crosswalk; to: FrameworkTexts }[];
}

/** The name of a document among those of its framework. */
const documentCode = (release: CaseRequest['release']): string =>
  release ? `release/${release.version}` : 'document';

/**
 * A framework as a CASE 1.1 package (1EdTech): a document, an item for each domain, competence and
 * descriptor, the tree that they make, and what corresponds to them in other frameworks. The same
 * request gives the same package; items keep their identifiers from release to release as long as
 * the framework's version is the same.
 */
export function casePackage(request: CaseRequest): CasePackage {
  const { texts, base, changedAt, release, crosswalks } = request;
  const document = documentOf(request);
  const items: CaseItem[] = [];
  const associations: CaseAssociation[] = [];
  const add = (code: string, type: string, statement: string, more: Partial<CaseItem>) => {
    const identifier = partId(texts.id, texts.version, code);
    items.push({
      identifier,
      uri: `${base}/CFItems/${identifier}`,
      CFItemType: type,
      humanCodingScheme: code,
      fullStatement: statement,
      language: texts.language,
      lastChangeDateTime: changedAt,
      ...more,
    });
    return { title: `${code} ${statement}`, identifier, uri: `${base}/CFItems/${identifier}` };
  };
  const associate = (
    associationType: CaseAssociation['associationType'],
    from: CaseLink,
    to: CaseLink,
    more: Partial<CaseAssociation>,
  ) => {
    const name = `${documentCode(release)}/${associationType}/${from.identifier}/${to.identifier}`;
    const identifier = partId(texts.id, texts.version, name);
    associations.push({
      identifier,
      uri: `${base}/CFAssociations/${identifier}`,
      associationType,
      originNodeURI: { ...from, targetType: 'CASE' },
      destinationNodeURI: { ...to, targetType: 'CASE' },
      lastChangeDateTime: changedAt,
      ...more,
    });
  };
  const root = { title: document.title, identifier: document.identifier, uri: document.uri };
  const isChildOf = (child: CaseLink, parent: CaseLink, index: number) =>
    associate('isChildOf', child, parent, { sequenceNumber: index + 1 });

  texts.domains.forEach((domain, domainIndex) => {
    const top = add(`domain/${domain.code}`, 'Domain', domain.name, {
      humanCodingScheme: domain.code,
    });
    isChildOf(top, root, domainIndex);
    const own = texts.competences.filter((one) => one.domain === domain.code);
    own.forEach((competence, index) => {
      const middle = add(competence.code, 'Competence', competence.name, {
        ...(competence.definition && { notes: competence.definition }),
      });
      isChildOf(middle, top, index);
      competence.descriptors.forEach((one, rank) => {
        const leaf = add(one.code, 'Descriptor', one.text, { extensions: { level: one.level } });
        isChildOf(leaf, middle, rank);
      });
    });
  });

  const ownTitles = titlesOf(texts);
  for (const { walk, to } of crosswalks) {
    const titles = titlesOf(to);
    for (const link of walk.links) {
      const own = linkTo(base, texts, link.from, ownTitles);
      const other = linkTo(base, to, link.to, titles);
      const { type, isTurned } = associationOf[link.relation];
      const notes = link.why ? `${link.relation}: ${link.why}` : link.relation;
      associate(type, isTurned ? other : own, isTurned ? own : other, { notes });
    }
  }
  return { CFDocument: document, CFItems: items, CFAssociations: associations };
}

function documentOf({ texts, base, changedAt, release }: CaseRequest): CaseDocument {
  const identifier = partId(texts.id, texts.version, documentCode(release));
  return {
    identifier,
    uri: `${base}/CFDocuments/${identifier}`,
    caseVersion: '1.1',
    creator: texts.source,
    title: texts.title,
    language: texts.language,
    version: release ? `${texts.version} (release ${release.version})` : texts.version,
    officialSourceURL: texts.sourceUrl,
    adoptionStatus: 'Adopted',
    notes: texts.licence,
    lastChangeDateTime: changedAt,
    extensions: {
      framework: texts.id,
      frameworkVersion: texts.version,
      levels: texts.levels,
      ...(release && { release: release.version, sha256: release.sha256 }),
    },
  };
}

/** What a relation is in CASE, and whether it is said of the other side. */
const associationOf: Record<
  Relation,
  { type: CaseAssociation['associationType']; isTurned: boolean }
> = {
  exact: { type: 'exactMatchOf', isTurned: false },
  close: { type: 'isRelatedTo', isTurned: false },
  // The other says more: ours is a part of it.
  broader: { type: 'isPartOf', isTurned: false },
  narrower: { type: 'isPartOf', isTurned: true },
  related: { type: 'isRelatedTo', isTurned: false },
};

function titlesOf({ competences }: FrameworkTexts): ReadonlyMap<string, string> {
  return new Map(
    competences.flatMap(({ code, name, descriptors }) => [
      [code, name] as const,
      ...descriptors.map((one) => [one.code, one.text] as const),
    ]),
  );
}

function linkTo(
  base: string,
  texts: FrameworkTexts,
  code: string,
  titles: ReadonlyMap<string, string>,
): CaseLink {
  const identifier = partId(texts.id, texts.version, code);
  return {
    title: `${code} ${titles.get(code) ?? ''}`.trim(),
    identifier,
    uri: `${base}/CFItems/${identifier}`,
  };
}
