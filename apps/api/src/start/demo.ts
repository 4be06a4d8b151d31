import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CopyRefused, copyStore, readDatabaseUrl, type Store } from '@jalon/store';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { createDemo, type DemoSignIns } from '../demo/create-demo.ts';
import { drawCard, digestCard } from '../services/cards.ts';
import { type Engines, itemKey } from '../services/engine.ts';
import { deriveKeys } from '../services/keys.ts';
import { hashPassword } from '../services/passwords.ts';
import { CannotStart } from './cannot-start.ts';
import { openDataStore } from './open-data-store.ts';
import { prepareServices } from './services.ts';

/** How the people of a demo sign in, whenever it was made. */
export type KnownSignIns = Omit<DemoSignIns, 'administrator' | 'academyInspector'> & {
  administrator?: DemoSignIns['administrator'] | undefined;
  academyInspector?: DemoSignIns['academyInspector'] | undefined;
};

const staffSignIn = z.object({ name: z.string(), email: z.string(), password: z.string() });
const signIns = z.object({
  pupil: z.object({ name: z.string(), className: z.string(), card: z.string() }),
  teacher: staffSignIn,
  // A demo that was made before schools had administrators has none.
  administrator: staffSignIn.optional(),
  inspector: staffSignIn,
  // Nor one of a whole académie, before there were any.
  academyInspector: staffSignIn.optional(),
}) satisfies z.ZodType<KnownSignIns>;

const signInsFile = (folder: string): string => join(folder, 'demo-sign-ins.json');

/**
 * Makes the demo where there is no database yet, or an empty one of PostgreSQL. A start that is cut
 * short leaves nothing half made that the next one does not complete.
 */
export async function makeDemoOnce(config: Config, engines: Engines): Promise<void> {
  const place = readDatabaseUrl(config.database);
  if (place.kind === 'postgres') return copyDemoOnce(config, engines);
  if (existsSync(place.file)) return;
  const made = await makeAside(`${place.file}.making`, config, engines);
  keepSignIns(signInsFile(config.dataFolder), made);
  renameSync(`${place.file}.making`, place.file);
}

/** Makes the demo in a file of its own, whatever was left there. */
async function makeAside(file: string, config: Config, engines: Engines): Promise<DemoSignIns> {
  removeDatabase(file);
  const store = await openDataStore(`file:${file}`);
  const { card } = deriveKeys(config.secret);
  const made = await createDemo(await prepareServices(store, engines), {
    seed: 'demo',
    newCard: () => drawCard(),
    digestCard: (words) => digestCard(card, words),
    newPassword: () => drawCard(),
    hashPassword,
  });
  await store.close();
  return made;
}

/**
 * Makes the demo in a file of the data folder and copies it into the database. The file is kept
 * until the copy is whole: it is what the next start goes on from.
 */
async function copyDemoOnce(config: Config, engines: Engines): Promise<void> {
  const aside = join(config.dataFolder, 'demo.sqlite');
  const signInsAside = join(config.dataFolder, 'demo-sign-ins.making.json');
  // The sign-ins take their place once the copy is whole: only the file was left to remove.
  if (!existsSync(signInsAside)) removeDatabase(aside);
  const target = await openDataStore(config.database);
  try {
    if (!existsSync(aside)) {
      const [school] = await target.read.rows.schools(null, 1);
      if (school) return;
      const made = await makeAside(`${aside}.making`, config, engines);
      keepSignIns(signInsAside, made);
      renameSync(`${aside}.making`, aside);
    }
    if (await copyDemo(aside, target)) renameSync(signInsAside, signInsFile(config.dataFolder));
    else rmSync(signInsAside);
  } finally {
    await target.close();
  }
  removeDatabase(aside);
}

/** Gives whether the demo is there now; `false` where the database holds schools of its own. */
async function copyDemo(file: string, target: Store): Promise<boolean> {
  const source = await openDataStore(`file:${file}`);
  try {
    const { differing } = await copyStore(source, target, {
      uai: null,
      itemKey,
      progress: () => undefined,
    });
    if (differing.length === 0) return true;
    throw new CannotStart(
      'The demo could not be copied into JALON_DATABASE, which something else changes: start again, or set JALON_DEMO to off.',
    );
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error;
    if (error.reason === 'more-schools' || error.reason === 'other-school') return false;
    throw new CannotStart(error.message);
  } finally {
    await source.close();
  }
}

function keepSignIns(file: string, made: DemoSignIns): void {
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
}

function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

/** How the people of a data folder's demo sign in. */
export const readDemoSignIns = (dataFolder: string): KnownSignIns =>
  signIns.parse(JSON.parse(readFileSync(signInsFile(dataFolder), 'utf8')));

/** The demo's sign-ins, in lines to print; none where this folder's data is no demo. */
export function demoSignInLines(config: Config): string[] {
  if (!config.demo || !existsSync(signInsFile(config.dataFolder))) return [];
  const { pupil, teacher, administrator, inspector, academyInspector } = readDemoSignIns(
    config.dataFolder,
  );
  const staff = { teacher, administrator, inspector, '… of académie': academyInspector };
  return [
    `  pupil          ${pupil.name}, ${pupil.className}: card ${pupil.card}`,
    ...Object.entries(staff).flatMap(([role, one]) =>
      one ? [`  ${role.padEnd(14)} ${one.name}: ${one.email}, password ${one.password}`] : [],
    ),
  ];
}
