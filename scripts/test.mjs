// npm test: everything that must hold. Ends with the line `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { ensurePostgres } from './lib/postgres.mjs';
import { ensureInstalled, ensureWebBuilt, pinnedNode, root, run } from './lib/workspace.mjs';

ensureInstalled();
const chromium = ensureChromium();
const postgres = ensurePostgres();
const web = join(root, 'apps/web');

const checks = [
  ['the web application passes its type checks', 'svelte-kit', () => checkWeb()],
  ['types agree', 'tsc', () => run('tsc', ['-p', 'tsconfig.json'])],
  [
    'types of the browser tests agree',
    'tsc',
    () => run('tsc', ['-p', 'tests/browser/tsconfig.json']),
  ],
  ['the code is linted', 'eslint', () => run('eslint', ['.', '--max-warnings', '0'])],
  [
    'imports run one way',
    'depcruise',
    () => run('depcruise', ['packages', 'apps/api/src', 'apps/web/src']),
  ],
  [
    'the code is formatted',
    'prettier',
    () => run('prettier', ['--check', '--log-level', 'warn', '.']),
  ],
  [
    'the item bank holds its promises',
    'items',
    () => run(pinnedNode, ['packages/framework/src/cli/items.ts', 'check']),
  ],
  [
    'published releases are unchanged',
    'framework',
    () => run(pinnedNode, ['packages/framework/src/cli/framework.ts', 'verify']),
  ],
  ['Chromium is there for the browser tests', 'chromium', () => (chromium ? 0 : 1)],
  ['PostgreSQL is there for the tests of the store', 'postgres', () => (postgres ? 0 : 1)],
];

function checkWeb() {
  const bin = join(web, 'node_modules/.bin');
  const synced = run(join(bin, 'svelte-kit'), ['sync'], { cwd: web, quiet: true });
  if (synced !== 0) return synced;
  return run(join(bin, 'svelte-check'), ['--tsconfig', './tsconfig.json', '--fail-on-warnings'], {
    cwd: web,
  });
}

let passed = 0;
let failed = 0;
ensureWebBuilt();
for (const [promise, name, check] of checks) {
  console.log(`\n— ${promise} (${name})`);
  if (check() === 0) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED: ${promise}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'jalon-test-'));
const report = join(folder, 'vitest.json');
const status = run(
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--project=unit',
    ...(postgres ? ['--project=postgres'] : []),
    ...(chromium ? ['--project=browser'] : []),
  ],
  { env: chromium ? { JALON_CHROMIUM: chromium } : {} },
);

if (existsSync(report)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
}
rmSync(folder, { recursive: true, force: true });
// A file that does not load, or an error outside any test, fails the run without a failed test.
if (status !== 0 && failed === 0) failed += 1;

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
