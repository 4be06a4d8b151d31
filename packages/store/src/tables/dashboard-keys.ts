import type { Kit } from './kit.ts';

/** By which a dashboard of a territory reads what its inspectors read. About nobody. */
export function dashboardKeyTables(kit: Kit) {
  const { table, uniqueIndex, id, text, instant, choice } = kit;

  const dashboardKey = table(
    'dashboard_key',
    {
      id: id().primaryKey(),
      /** A hash of the key, which whoever runs the service saw once. */
      digest: text().notNull(),
      /** What it is for. */
      name: text().notNull(),
      territoryKind: choice('district', 'department', 'academy', 'country').notNull(),
      territoryCode: text().notNull(),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
    },
    (t) => [uniqueIndex('dashboard_key_digest').on(t.digest)],
  );

  return { dashboardKey };
}
