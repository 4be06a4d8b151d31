import type { Kit } from './kit.ts';

/** What inspectors read: figures about many pupils, protected together and kept as they were. */
export function publicationTables(kit: Kit) {
  const { table, primaryKey, foreignKey, index, id, text, whole, instant, json, choice } = kit;

  /** The figures of a moment, over every school of the installation, under one release. */
  const publication = table(
    'publication',
    {
      id: id().primaryKey(),
      releaseVersion: text().notNull(),
      /** When its results were read. */
      madeAt: instant().notNull(),
      /** The smallest count that it tells. */
      minimumCell: whole().notNull(),
      /** Nobody reads one that is being made. */
      status: choice('making', 'published').notNull(),
      /** The schools as they were, with what the directory said of each. */
      schools: json().notNull(),
      /** A hash over all of its figures; none while it is being made. */
      sha256: text(),
    },
    (t) => [index('publication_release').on(t.releaseVersion, t.status, t.madeAt)],
  );

  /** The figures of one place, or of one part of a place, in one competence. */
  const publishedFigures = table(
    'published_figures',
    {
      publicationId: id().notNull(),
      competence: text().notNull(),
      /** Such as `department:69`, or `department:69/sector:public`. */
      part: text().notNull(),
      figures: json().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.publicationId, t.part, t.competence] }),
      foreignKey({ columns: [t.publicationId], foreignColumns: [publication.id] }),
      index('published_figures_competence').on(t.publicationId, t.competence, t.part),
    ],
  );

  return { publication, publishedFigures };
}
