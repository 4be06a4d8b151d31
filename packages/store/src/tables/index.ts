import { attemptTables } from './attempts.ts';
import { dashboardKeyTables } from './dashboard-keys.ts';
import type { Kit } from './kit.ts';
import { operationTables } from './operations.ts';
import { publicationTables } from './publications.ts';
import { rosterTables } from './roster.ts';
import { sessionTables } from './sessions.ts';
import { transferTables } from './transfers.ts';

/** Every table, made of an engine's kit. */
export function declareTables(kit: Kit) {
  const roster = rosterTables(kit);
  return {
    ...roster,
    ...attemptTables(kit, roster),
    ...transferTables(kit, roster),
    ...sessionTables(kit),
    ...operationTables(kit),
    ...publicationTables(kit),
    ...dashboardKeyTables(kit),
  };
}

export type Tables = ReturnType<typeof declareTables>;
export type TableName = keyof Tables;

/** A row of a table as it is read. */
export type Row<Name extends TableName> = Tables[Name]['$inferSelect'];

/** A row of a table as it is added. */
export type NewRow<Name extends TableName> = Tables[Name]['$inferInsert'];
