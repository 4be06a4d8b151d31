export { localNotices } from '../engines/local-notices.ts';
export { startPostgres, type PostgresServer } from './postgres-server.ts';
export { aResponse, anAttempt, idOf, seedSchool } from './rows.ts';
export { openTestStore, type TestStore } from './test-store.ts';
export { tableNames } from './table-names.ts';
