import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where what the bundle needs beside it is found in the repository, by its place in the bundle's folder. */
const beside: Readonly<Record<string, string>> = {
  'package.json': 'package.json',
  migrations: 'packages/store/migrations',
  'competence-framework': 'competence-framework',
  'node_modules/better-sqlite3': 'packages/store/node_modules/better-sqlite3',
  'node_modules/@node-rs/argon2': 'apps/api/node_modules/@node-rs/argon2',
  'node_modules/@fastify/swagger-ui': 'apps/api/node_modules/@fastify/swagger-ui',
};

/**
 * Gathers the product's API, as it is in the repository now, into one file that starts in a third
 * of the time. Gives the file's path; throws with what the bundler said where it cannot.
 */
export function bundleProduct(folder: string): string {
  // The API finds its migrations and its framework three folders up from its own files.
  const outDir = join(folder, 'api/src/start');
  const built = spawnSync(
    process.execPath,
    [
      join(root, 'apps/web/node_modules/vite/bin/vite.js'),
      'build',
      root,
      ...['--config', join(root, 'tests/soak/product-bundle.config.ts')],
      ...['--ssr', 'tests/soak/waiting-server.ts', '--outDir', outDir],
    ],
    { encoding: 'utf8', cwd: root },
  );
  if (built.status !== 0)
    throw new Error(`The API was not bundled:\n${built.stdout}${built.stderr}`);
  for (const [place, target] of Object.entries(beside)) {
    const link = join(folder, place);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link);
  }
  return join(outDir, 'server.mjs');
}
