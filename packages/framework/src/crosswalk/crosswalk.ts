import { z } from 'zod';
import { semver } from '../schema/versions.ts';

/** What the second of two says, held against the first. */
export const relations = ['exact', 'close', 'broader', 'narrower', 'related'] as const;
export type Relation = (typeof relations)[number];

const side = z.strictObject({ framework: z.string().min(1), version: semver });

const link = z.strictObject({
  /** A competence's code or a descriptor's; `to` is of the same sort. */
  from: z.string().min(1),
  to: z.string().min(1),
  relation: z.enum(relations),
  why: z.string().min(1).optional(),
});

/** Which competences and descriptors of two frameworks correspond, and how closely. */
export const crosswalk = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'Write an id in small letters, such as crcn-digcomp.'),
  version: semver,
  from: side,
  to: side,
  licence: z.string().min(1),
  links: z.array(link).min(1),
});
export type Crosswalk = z.infer<typeof crosswalk>;
export type CrosswalkLink = Crosswalk['links'][number];

const inverses: Record<Relation, Relation> = {
  exact: 'exact',
  close: 'close',
  broader: 'narrower',
  narrower: 'broader',
  related: 'related',
};

/** The same crosswalk read from the other side, its links in the same order. */
export function invertCrosswalk(walk: Crosswalk): Crosswalk {
  return {
    ...walk,
    from: walk.to,
    to: walk.from,
    links: walk.links.map((one) => ({
      ...one,
      from: one.to,
      to: one.from,
      relation: inverses[one.relation],
    })),
  };
}

/** The links between competences, by the code on the `to` side, in its framework's order. */
export function competenceLinks(
  walk: Crosswalk,
  to: { competences: readonly { code: string }[] },
): Map<string, CrosswalkLink[]> {
  const byTarget = Map.groupBy(walk.links, (one) => one.to);
  return new Map(to.competences.map(({ code }) => [code, byTarget.get(code) ?? []]));
}
