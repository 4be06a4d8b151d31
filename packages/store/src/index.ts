export * from './backup/index.ts';
export type { Batch, Statement } from './batch.ts';
export { distributeSql } from './citus/distribute.ts';
export {
  type Copied,
  type CopyOptions,
  CopyRefused,
  copyStore,
  digestStore,
  findSchool,
  type ItemKey,
  type StoreDigest,
} from './copy/index.ts';
export { readDatabaseUrl } from './database-url.ts';
export type { BackupPlan, Notices, StoreFigures } from './engines/engine.ts';
export { Conflict, NewerSchema, StoreUnavailable, UnusableDatabase } from './errors.ts';
export { type OnErasure, personalData } from './personal-data.ts';
export { openStore } from './store.ts';
export type { Store, StoreChanges, StoreOptions, StoreReads } from './store.ts';
export type { NewRow, Row } from './tables/index.ts';
