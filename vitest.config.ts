import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two even on two cores: much of the time goes in waiting for disks, servers and children.
    // The modules of a worker are loaded once for all its files: loading them took as long as the tests.
    // So no test may leave anything behind in a module, nor mock one.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/soak/**/*.test.ts',
          ],
          exclude: ['**/*.postgres.test.ts'],
          setupFiles: [
            'packages/store/src/testing/vitest-setup.ts',
            'packages/store/src/testing/on-sqlite.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        // The same tests again, where they touch the store, on a real PostgreSQL.
        test: {
          name: 'postgres',
          include: [
            'packages/store/src/**/*.test.ts',
            'apps/api/src/{services,routes,cli}/**/*.test.ts',
            'apps/api/src/start/demo.test.ts',
            'apps/api/src/plugins/app/permissions.test.ts',
            'apps/api/src/{fuzz,serve}.test.ts',
          ],
          exclude: ['**/*.sqlite.test.ts'],
          globalSetup: ['packages/store/src/testing/postgres-setup.ts'],
          setupFiles: [
            'packages/store/src/testing/vitest-setup.ts',
            'packages/store/src/testing/on-postgres.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // One browser test at a time, once the others are through.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
