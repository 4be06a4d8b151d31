// Before each test file of the project `postgres`: its stores are on the server of this run.
import { inject } from 'vitest';

process.env.JALON_TEST_POSTGRES = inject('postgresServer');
