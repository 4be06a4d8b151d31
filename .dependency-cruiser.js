const pure = '^packages/(items|measurement|disclosure|framework|rosters|types)/src';
const tests = '\\.test\\.ts$';

/** Imports run one way: apps -> packages; what thinks imports no effect. */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one file in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'the-domain-knows-no-store-and-no-server',
      severity: 'error',
      from: { path: pure },
      to: { path: '^packages/store|node_modules/(fastify|@fastify|drizzle-orm|better-sqlite3)' },
    },
    {
      name: 'pure-packages-do-no-io',
      comment: 'Only the read and cli folders of the framework and of rosters read files.',
      severity: 'error',
      from: {
        path: '^packages/(items|measurement|disclosure|types|framework|rosters)/src',
        pathNot: [
          tests,
          '^packages/(framework|rosters)/src/(read|cli)/',
          '/testing/',
          '/fixtures/',
        ],
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'the-contract-imports-only-the-browser-half-of-items',
      severity: 'error',
      from: { path: '^packages/types/src' },
      to: { path: '^packages/items/src/index\\.ts$' },
    },
    {
      name: 'the-browser-sees-the-contract-alone',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^packages/(store|framework|measurement|disclosure|rosters)/|^apps/api/' },
    },
    {
      name: 'the-browser-sees-no-scoring',
      comment: 'Only the browser-safe half of items reaches a pupil.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^packages/items/src/index\\.ts$' },
    },
    {
      name: 'the-store-knows-no-domain',
      severity: 'error',
      from: { path: '^packages/store/src' },
      to: { path: '^packages/(items|measurement|disclosure|framework|rosters)/' },
    },
    {
      name: 'routes-only-translate',
      comment: 'A route calls a service; only services read and write the store.',
      severity: 'error',
      from: { path: '^apps/api/src/routes/', pathNot: tests },
      to: { path: '^packages/(store|measurement|items|disclosure|rosters)/' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '^apps/api/src/services/', pathNot: tests },
      to: { path: '^apps/api/src/(routes|plugins/external)/|node_modules/@?fastify' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { couldNotResolve: true, pathNot: '^\\$(app|lib|env)|^\\./\\$types$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.svelte-kit|/build/|/paraglide/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
