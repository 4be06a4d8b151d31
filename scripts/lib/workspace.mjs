// Runs on any Node from 20 up: it is what brings the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The pinned Node, once the packages are installed. */
export const pinnedNode = join(root, 'node_modules/node/bin/node');

/** Runs a command at the root with the pinned Node first on the path; gives its exit status. */
export function run(command, args, { quiet = false, cwd = root, env = {} } = {}) {
  const path = [dirname(pinnedNode), join(root, 'node_modules/.bin'), process.env.PATH];
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['inherit', quiet ? process.stderr : 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: path.join(delimiter) },
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Runs a program that serves until it is told to stop: what we are told, it is told. */
export function serve(args) {
  const server = spawn(pinnedNode, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Does the work unless the stamp says it was done for these very files. Exits where it fails. */
function once(stamp, files, why, work) {
  const wanted = digest(files);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error(why);
  const status = work();
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, wanted);
}

/** Installs the packages of the lock file with the pinned pnpm, where that is not done yet. */
export function ensureInstalled() {
  const manifests = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name, 'package.json')),
  );
  manifests.push(join(root, 'benchmarks/package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) =>
    join(root, name),
  );
  const { config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  once(
    join(root, 'node_modules/.jalon-installed'),
    [...files, ...manifests.filter((file) => existsSync(file))],
    'Installing the packages (a few minutes the first time) …',
    () => run('npx', ['--yes', config.pnpm, 'install', '--frozen-lockfile'], { quiet: true }),
  );
}

/** Builds the web application, where its sources changed since the last time. */
export function ensureWebBuilt() {
  const web = join(root, 'apps/web');
  const sources = [
    ...['src', 'messages', 'static']
      .map((folder) => join(web, folder))
      .filter((folder) => existsSync(folder))
      .flatMap(filesUnder)
      .filter((file) => !file.includes('/lib/paraglide/')),
    ...['package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json']
      .map((name) => join(web, name))
      .filter((file) => existsSync(file)),
    ...filesUnder(join(root, 'packages/types/src')),
    ...filesUnder(join(root, 'packages/items/src')),
    join(root, 'pnpm-lock.yaml'),
  ];
  once(join(web, 'build/.jalon-built'), sources, 'Building the web application …', () =>
    run('vite', ['build'], { quiet: true, cwd: web }),
  );
}
