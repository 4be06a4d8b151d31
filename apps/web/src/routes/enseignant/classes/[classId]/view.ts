import type { ClassPicture, CompetenceName } from '@jalon/types';

/** What the pupils of a picture can be grouped by, as the address names it. */
export const groupings = ['niveau', 'classe', 'annee'] as const;
export type Grouping = (typeof groupings)[number];

/** What of a picture says how it can be looked at. */
type Seen = Pick<ClassPicture, 'competences' | 'pupils'> & {
  class: Pick<ClassPicture['class'], 'kind'>;
};

/** How the picture of a class is looked at. */
export interface View {
  /** The competence that the pupils stand in order of; by name where none. */
  orderedBy: string | undefined;
  /** `niveau` is the level in that competence. */
  groupedBy: Grouping | undefined;
}

/** The competences that somebody has a result in, in the order of the framework. */
export function assessedIn({
  competences,
  pupils,
}: Pick<Seen, 'competences' | 'pupils'>): CompetenceName[] {
  const assessed = new Set(
    pupils.flatMap(({ cells, rereadings }) =>
      [...cells, ...rereadings].map(({ competence }) => competence),
    ),
  );
  return competences.filter(({ code }) => assessed.has(code));
}

/** What a picture can be grouped by: what tells some of its pupils from others. */
export function groupingsOf(picture: Seen): Grouping[] {
  const { pupils } = picture;
  const isGroup = picture.class.kind === 'group';
  const differ = (values: readonly string[]) => new Set(values).size > 1;
  const has: Record<Grouping, boolean> = {
    niveau: assessedIn(picture).length > 0,
    classe: isGroup && differ(pupils.map(({ className }) => className)),
    annee: differ(pupils.map(({ yearGroup }) => yearGroup)),
  };
  return groupings.filter((grouping) => has[grouping]);
}

/**
 * The view that an address asks for (`ordre`, `groupe`); what it names that is not there counts as
 * not asked for. Levels without a competence are those of the first that somebody has a result in.
 */
export function viewOf(picture: Seen, address: URLSearchParams): View {
  const order = picture.competences.find(({ code }) => code === address.get('ordre'))?.code;
  const groupedBy = groupingsOf(picture).find((grouping) => grouping === address.get('groupe'));
  const byLevel = groupedBy === 'niveau' ? assessedIn(picture)[0]?.code : undefined;
  return { orderedBy: order ?? byLevel, groupedBy };
}
