export type { Batch, Statement } from './batch.ts';
export { Conflict, StoreUnavailable } from './errors.ts';
export type { CommitCounts } from './group-commit.ts';
export { openStore, type Store, type StoreChanges, type StoreReads } from './store.ts';
export type * as tables from './tables/index.ts';
