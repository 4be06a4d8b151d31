import { z } from 'zod';

const link = z.looseObject({ identifier: z.string() });

/** What is read of a package: more may be in it, and is told as left out. */
export const casePackageRead = z.looseObject({
  CFDocument: z.looseObject({
    identifier: z.string(),
    title: z.string().min(1),
    creator: z.string().min(1),
    language: z.string().optional(),
    version: z.string().optional(),
    officialSourceURL: z.string().optional(),
    notes: z.string().optional(),
    extensions: z.looseObject({}).optional(),
  }),
  CFItems: z.array(
    z.looseObject({
      identifier: z.string(),
      fullStatement: z.string().min(1),
      CFItemType: z.string().optional(),
      humanCodingScheme: z.string().optional(),
      notes: z.string().optional(),
      extensions: z.looseObject({ level: z.unknown().optional() }).optional(),
    }),
  ),
  CFAssociations: z
    .array(
      z.looseObject({
        associationType: z.string(),
        sequenceNumber: z.number().optional(),
        originNodeURI: link,
        destinationNodeURI: link,
      }),
    )
    .default([]),
});
export type CaseRead = z.output<typeof casePackageRead>;
export type CaseItemRead = CaseRead['CFItems'][number];

/**
 * The tree that `isChildOf` makes, from the document down, in the order of the sequence numbers; and
 * in sentences what stands in none. Without any such association every item is a root.
 */
export function caseTree({
  CFDocument: document,
  CFItems: items,
  CFAssociations: associations,
}: CaseRead) {
  const byId = new Map(items.map((item) => [item.identifier, item]));
  const children = new Map<string, { rank: number; item: CaseItemRead }[]>();
  const placed = new Set<string>();
  const left: string[] = [];
  const others = new Map<string, number>();
  for (const one of associations) {
    if (one.associationType !== 'isChildOf') {
      others.set(one.associationType, (others.get(one.associationType) ?? 0) + 1);
      continue;
    }
    const item = byId.get(one.originNodeURI.identifier);
    const parent = one.destinationNodeURI.identifier;
    const isKnown = parent === document.identifier || byId.has(parent);
    if (!item || !isKnown || placed.has(item.identifier) || leadsTo(item.identifier, parent)) {
      left.push(`An isChildOf from ${one.originNodeURI.identifier} to ${parent}: no tree has it.`);
      continue;
    }
    placed.add(item.identifier);
    const own = children.get(parent) ?? [];
    own.push({ rank: one.sequenceNumber ?? own.length + 1, item });
    children.set(parent, own);
  }
  for (const [type, count] of others) left.push(`${count} associations ${type}.`);
  const childrenOf = (parent: { identifier: string }): CaseItemRead[] =>
    (children.get(parent.identifier) ?? [])
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  const lost = items.filter(({ identifier }) => !placed.has(identifier));
  const isFlat = placed.size === 0;
  if (!isFlat && lost.length > 0) left.push(`${lost.length} items that stand nowhere in the tree.`);
  return {
    roots: isFlat ? items : childrenOf(document),
    childrenOf,
    lost: isFlat ? 0 : lost.length,
    left,
  };

  /** Whether `below` already stands over `parent`: a circle would have no end. */
  function leadsTo(below: string, parent: string): boolean {
    if (below === parent) return true;
    return (children.get(below) ?? []).some(({ item }) => leadsTo(item.identifier, parent));
  }
}
