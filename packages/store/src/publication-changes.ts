import { and, eq, inArray, ne } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { NewRow, Tables } from './tables/index.ts';

/** The changes by which figures are made, published and forgotten. */
export function publicationChanges(db: Db, { publication, publishedFigures }: Tables) {
  return {
    /** Begins a publication; nobody reads it yet. One that is there stays as it is. */
    beginPublication(row: Omit<NewRow<'publication'>, 'status' | 'sha256'>): Statement {
      return statement(
        db
          .insert(publication)
          .values({ ...row, status: 'making', sha256: null })
          .onConflictDoNothing({ target: publication.id }),
      );
    },
    /** Adds figures to a publication that is being made. */
    addFigures(...rows: NewRow<'publishedFigures'>[]): Statement {
      return statement(db.insert(publishedFigures).values(rows), rows.length);
    },
    /** Lets a publication be read. */
    endPublication({ id, sha256 }: { id: string; sha256: string }): Statement {
      const isBeingMade = and(eq(publication.id, id), eq(publication.status, 'making'));
      return statement(
        db.update(publication).set({ status: 'published', sha256 }).where(isBeingMade),
        1,
      );
    },
    /** Removes publications with their figures, whether or not they may be read. */
    forgetPublications(ids: readonly string[]): Statement[] {
      const some = [...ids];
      return [
        statement(db.delete(publishedFigures).where(inArray(publishedFigures.publicationId, some))),
        statement(db.delete(publication).where(inArray(publication.id, some))),
      ];
    },
    /** Removes what was begun of a release and never published, but for one. */
    forgetUnpublished({
      releaseVersion,
      but,
    }: {
      releaseVersion: string;
      but: string;
    }): Statement[] {
      const isLeft = and(
        eq(publication.releaseVersion, releaseVersion),
        eq(publication.status, 'making'),
        ne(publication.id, but),
      );
      const left = db.select({ id: publication.id }).from(publication).where(isLeft);
      return [
        statement(db.delete(publishedFigures).where(inArray(publishedFigures.publicationId, left))),
        statement(db.delete(publication).where(isLeft)),
      ];
    },
  };
}
