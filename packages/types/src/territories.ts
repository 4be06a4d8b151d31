import { z } from 'zod';

/** What an inspector's territory may be, the smallest first. */
export const territoryKinds = ['district', 'department', 'academy', 'country'] as const;
export const territoryKind = z.enum(territoryKinds);
export type TerritoryKind = z.infer<typeof territoryKind>;

/** The code of the country, where a territory is all of it. */
export const COUNTRY = 'FR';

/** A set of schools: those of a district, a département, an académie or the country. */
export const territory = z.object({
  kind: territoryKind,
  /** Of the district in the national directory, the département (`69`), the académie (`10`), or `FR`. */
  code: z.string().regex(/^[0-9A-Z]{1,20}$/),
});
export type Territory = z.infer<typeof territory>;
