import { casePackageRead, type CaseItemRead, type CaseRead, caseTree } from './case-tree.ts';
import { type FrameworkTexts, frameworkTexts } from '../schema/framework-texts.ts';

/** A framework made out of a package, and what became of it. */
export interface CaseImport {
  /** A draft for a steward to complete; `null` where nothing could be made of the package. */
  texts: FrameworkTexts | null;
  /** What was kept, in sentences with counts. */
  kept: string[];
  /** What was not, and why. */
  left: string[];
}

/**
 * Reads a CASE package into a draft framework of three grains: domains, competences, descriptors.
 * A tree that is deeper has its deepest statements gathered as descriptors; one that is flatter has
 * its items as competences of one domain. `id` is the name the draft will go by.
 */
export function importCase(content: unknown, id: string): CaseImport {
  const parsed = casePackageRead.safeParse(content);
  if (!parsed.success) {
    const left = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { texts: null, kept: [], left };
  }
  const read = parsed.data;
  const tree = caseTree(read);
  const left = [...tree.left];
  const { CFDocument: document } = read;
  const levels = levelsOf(document.extensions?.['levels']);
  const codes = codesOf(read.CFItems);
  const codeOf = (item: CaseItemRead): string => codes.get(item.identifier) ?? item.identifier;
  const leaves = (item: CaseItemRead): CaseItemRead[] =>
    tree.childrenOf(item).flatMap((child) => {
      const below = leaves(child);
      return below.length > 0 ? below : [child];
    });
  const isDeep = tree.roots.some((root) =>
    tree.childrenOf(root).some((child) => tree.childrenOf(child).length > 0),
  );
  const domains = isDeep ? tree.roots : [];
  const groups = isDeep
    ? tree.roots.map((root) => ({ domain: codeOf(root), items: tree.childrenOf(root) }))
    : [{ domain: '1', items: tree.roots }];
  const competences = groups.flatMap(({ domain, items }) =>
    items.map((item) => ({
      code: codeOf(item),
      domain,
      name: item.fullStatement,
      definition: item.notes ?? '',
      descriptors: leaves(item).map((leaf) => ({
        code: codeOf(leaf),
        level: levelOf(leaf),
        text: leaf.fullStatement,
      })),
    })),
  );
  const descriptors = competences.flatMap((one) => one.descriptors);
  const unlevelled = descriptors.filter(({ level }) => level === 0).length;
  if (unlevelled > 0) {
    left.push(`${unlevelled} descriptors say no level: each was put at 1, for a steward to place.`);
  }
  const gathered =
    read.CFItems.length - domains.length - competences.length - descriptors.length - tree.lost;
  if (gathered > 0) left.push(`${gathered} items between competences and descriptors.`);
  if (levels.length === 0) left.push('The levels: the package names none.');
  const draft = {
    id,
    version: versionOf(document),
    title: document.title,
    language: (document.language ?? 'en').slice(0, 2),
    source: document.creator,
    sourceUrl: document.officialSourceURL ?? 'https://example.org/',
    licence: document.notes ?? 'Not said in the package: ask its maker.',
    domains: isDeep
      ? domains.map((item) => ({ code: codeOf(item), name: item.fullStatement }))
      : [{ code: '1', name: document.title }],
    levels,
    competences: competences.map((one) => ({
      ...one,
      descriptors: one.descriptors.map((descriptor) => ({
        ...descriptor,
        level: Math.max(1, descriptor.level),
      })),
    })),
  };
  const made = frameworkTexts.safeParse(draft);
  if (!made.success) {
    const why = made.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { texts: null, kept: [], left: [...left, ...why] };
  }
  const kept = [
    `${domains.length} domains, ${competences.length} competences, ${descriptors.length} descriptors`,
  ];
  return { texts: made.data, kept, left };
}

/** The code each item goes by: its own, or its identifier where it has none or shares it. */
function codesOf(items: readonly CaseItemRead[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { humanCodingScheme: code } of items) {
    if (code) times.set(code, (times.get(code) ?? 0) + 1);
  }
  return new Map(
    items.map(({ identifier, humanCodingScheme: code }) => [
      identifier,
      code && times.get(code) === 1 ? code : identifier,
    ]),
  );
}

function levelOf({ extensions }: CaseItemRead): number {
  const level = extensions?.level;
  return typeof level === 'number' && Number.isInteger(level) && level > 0 ? level : 0;
}

const levelList = frameworkTexts.shape.levels;
function levelsOf(written: unknown): FrameworkTexts['levels'] {
  const read = levelList.safeParse(written);
  return read.success ? read.data : [];
}

/** Three numbers, as a draft's version is: those the package begins with, or a first one. */
function versionOf({ version, extensions }: CaseRead['CFDocument']): string {
  const own = extensions?.['frameworkVersion'];
  const [found] = /\d+\.\d+\.\d+/.exec(typeof own === 'string' ? own : (version ?? '')) ?? [];
  return found ?? '0.1.0';
}
