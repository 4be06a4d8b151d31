import { asc, eq } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** The keys of dashboards. */
export function dashboardKeyReads(db: Db, { dashboardKey }: Tables) {
  return {
    async byDigest(digest: string) {
      return one(db.select().from(dashboardKey).where(eq(dashboardKey.digest, digest)));
    },
    async all() {
      return db.select().from(dashboardKey).orderBy(asc(dashboardKey.createdAt));
    },
  };
}
