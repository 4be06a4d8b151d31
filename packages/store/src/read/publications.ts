import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** As many as one statement asks for by name. */
const PARTS_AT_ONCE = 500;

/** Figures that were published, and those that are being made. */
export function publicationReads(db: Db, { publication, publishedFigures }: Tables) {
  const about = {
    id: publication.id,
    releaseVersion: publication.releaseVersion,
    madeAt: publication.madeAt,
    minimumCell: publication.minimumCell,
    sha256: publication.sha256,
  };
  const isPublished = eq(publication.status, 'published');
  return {
    /** Every publication that may be read, newest first. */
    async all() {
      return db
        .select(about)
        .from(publication)
        .where(isPublished)
        .orderBy(desc(publication.madeAt));
    },
    /** The newest of a release before an instant. */
    async newest({ releaseVersion, before }: { releaseVersion: string; before: Date }) {
      const isEarlier = lt(publication.madeAt, before);
      return one(
        db
          .select(about)
          .from(publication)
          .where(and(eq(publication.releaseVersion, releaseVersion), isPublished, isEarlier))
          .orderBy(desc(publication.madeAt))
          .limit(1),
      );
    },
    /** The schools of a publication, whether or not it may be read yet. */
    async schools(id: string) {
      return one(
        db.select({ schools: publication.schools }).from(publication).where(eq(publication.id, id)),
      );
    },
    /** The figures of some parts in one competence; those that have none are left out. */
    async figures({
      publicationId,
      competence,
      parts,
    }: {
      publicationId: string;
      competence: string;
      parts: readonly string[];
    }) {
      const chunks = Array.from({ length: Math.ceil(parts.length / PARTS_AT_ONCE) }, (_, i) =>
        parts.slice(i * PARTS_AT_ONCE, (i + 1) * PARTS_AT_ONCE),
      );
      const found = await Promise.all(
        chunks.map((some) =>
          db
            .select({ part: publishedFigures.part, figures: publishedFigures.figures })
            .from(publishedFigures)
            .where(
              and(
                eq(publishedFigures.publicationId, publicationId),
                eq(publishedFigures.competence, competence),
                inArray(publishedFigures.part, some),
              ),
            ),
        ),
      );
      return found.flat();
    },
    /** The figures of one part of several publications, in every competence unless one is named. */
    async figuresOfPart({
      publicationIds,
      part,
      competence,
    }: {
      publicationIds: readonly string[];
      part: string;
      competence?: string;
    }) {
      return db
        .select({
          publicationId: publishedFigures.publicationId,
          competence: publishedFigures.competence,
          figures: publishedFigures.figures,
        })
        .from(publishedFigures)
        .where(
          and(
            inArray(publishedFigures.publicationId, [...publicationIds]),
            eq(publishedFigures.part, part),
            competence === undefined ? undefined : eq(publishedFigures.competence, competence),
          ),
        )
        .orderBy(asc(publishedFigures.competence));
    },
    /** All figures in one competence, page by page in the order of their parts. */
    async page({
      publicationId,
      competence,
      after,
      limit,
    }: {
      publicationId: string;
      competence: string;
      after: string | null;
      limit: number;
    }) {
      return db
        .select({ part: publishedFigures.part, figures: publishedFigures.figures })
        .from(publishedFigures)
        .where(
          and(
            eq(publishedFigures.publicationId, publicationId),
            eq(publishedFigures.competence, competence),
            after === null ? undefined : gt(publishedFigures.part, after),
          ),
        )
        .orderBy(asc(publishedFigures.part))
        .limit(limit);
    },
  };
}
