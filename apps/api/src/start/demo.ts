import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDatabaseUrl } from '@jalon/store';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { createDemo, type DemoSignIns } from '../demo/create-demo.ts';
import { drawCard, digestCard } from '../services/cards.ts';
import type { Engines } from '../services/engine.ts';
import { deriveKeys } from '../services/keys.ts';
import { hashPassword } from '../services/passwords.ts';
import { openDataStore } from './open-data-store.ts';
import { prepareServices } from './services.ts';

const staffSignIn = z.object({ name: z.string(), email: z.string(), password: z.string() });
const signIns = z.object({
  pupil: z.object({ name: z.string(), className: z.string(), card: z.string() }),
  teacher: staffSignIn,
  inspector: staffSignIn,
}) satisfies z.ZodType<DemoSignIns>;

const signInsFile = (folder: string): string => join(folder, 'demo-sign-ins.json');

/**
 * Makes the demo where there is no database yet. It is made aside and takes its place when it is
 * whole: a start that is cut short leaves nothing half made.
 */
export async function makeDemoOnce(config: Config, engines: Engines): Promise<void> {
  const place = readDatabaseUrl(config.database);
  if (place.kind !== 'sqlite' || existsSync(place.file)) return;
  const { file } = place;
  const aside = `${file}.making`;
  for (const ending of ['', '-wal', '-shm']) rmSync(aside + ending, { force: true });

  const store = await openDataStore(`file:${aside}`);
  const { card } = deriveKeys(config.secret);
  const made = await createDemo(await prepareServices(store, engines), {
    seed: 'demo',
    newCard: () => drawCard(),
    digestCard: (words) => digestCard(card, words),
    newPassword: () => drawCard(),
    hashPassword,
  });
  await store.close();
  writeFileSync(signInsFile(config.dataFolder), JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(aside, file);
}

/** The demo's sign-ins, in lines to print; none where this folder's data is no demo. */
export function demoSignInLines(config: Config): string[] {
  const file = signInsFile(config.dataFolder);
  if (!config.demo || !existsSync(file)) return [];
  const { pupil, teacher, inspector } = signIns.parse(JSON.parse(readFileSync(file, 'utf8')));
  return [
    `  pupil      ${pupil.name}, ${pupil.className}: card ${pupil.card}`,
    `  teacher    ${teacher.name}: ${teacher.email}, password ${teacher.password}`,
    `  inspector  ${inspector.name}: ${inspector.email}, password ${inspector.password}`,
  ];
}
