import type { Page } from 'playwright-core';
import { z } from 'zod';
import { cardOf, enterAsStaff, enterWithCard, newDevice, product } from './browser.ts';

/** The names of what a teacher may tick on a pupil's page. */
export const ticks = {
  readAloud: 'Lit les questions à voix haute',
  readableFont: 'Écrit avec des lettres faciles à distinguer',
  simpleLayout: 'Simplifie les pages',
  extraTime: 'Donne un tiers de temps en plus',
} as const;

/** Who is signed in on a device. */
export async function signedIn(page: Page): Promise<{ id: string; name: string }> {
  const answer = await page.request.get('/api/session');
  return z.object({ id: z.string(), name: z.string() }).parse(await answer.json());
}

/** The id of the pupil of a rank in a class, both from 0. */
export async function pupilIdOf(classIndex: number, rank: number): Promise<string> {
  const page = await newDevice();
  await enterWithCard(page, cardOf(classIndex, rank));
  return (await signedIn(page)).id;
}

/** Ticks these and no others on the page of a pupil, as their teacher; gives that page. */
export async function adapt(
  pupilId: string,
  names: readonly string[],
  { javaScriptEnabled = true }: { javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const page = await newDevice({ javaScriptEnabled });
  await enterAsStaff(page, product.teacher);
  await page.goto(`/enseignant/eleves/${pupilId}`);
  await page.getByRole('button', { name: 'Voir et changer' }).click();
  const section = page.getByRole('region', { name: 'Ce que Jalon adapte' });
  await section.getByRole('button', { name: 'Enregistrer' }).waitFor();
  for (const box of await section.getByRole('checkbox').all()) await box.uncheck();
  for (const name of names) await section.getByRole('checkbox', { name }).check();
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await section.getByText('C’est enregistré.').waitFor();
  return page;
}

/** A pupil's device, signed in, after a teacher has ticked these and no others for them. */
export async function adaptedDevice(
  rank: number,
  names: readonly string[],
  options: Parameters<typeof newDevice>[0] = {},
): Promise<Page> {
  await adapt(await pupilIdOf(1, rank), names);
  const page = await newDevice(options);
  await enterWithCard(page, cardOf(1, rank));
  return page;
}
