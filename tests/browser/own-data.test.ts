import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownData } from '../../packages/types/src/own-data.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';

useBrowser();

const RANK = 15;

describe('a pupil’s own data', () => {
  it.each([true, false])(
    'are told of and saved as a file (with script: %s)',
    async (javaScriptEnabled) => {
      const page = await newDevice({ javaScriptEnabled });
      await enterWithCard(page, cardOf(1, RANK));
      await page.getByRole('link', { name: 'Mes données' }).click();
      await page.waitForURL('**/eleve/mes-donnees');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Mes données');
      expect(await page.getByText(/Jusqu’au 31 août 2029/).count()).toBe(1);

      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Enregistrer mes données' }).click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe('mes-donnees-jalon.json');
      const data = ownData.parse(JSON.parse(readFileSync(await file.path(), 'utf8')));
      expect(data.school.name).toMatch(/^Collège/);
    },
  );

  it('are saved even where the page was read longer than its token lasts', async () => {
    const page = await newDevice();
    await enterWithCard(page, cardOf(1, RANK));
    await page.goto('/eleve/mes-donnees');
    await page.context().clearCookies({ name: 'jalon_access' });
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Enregistrer mes données' }).click();
    expect((await saving).suggestedFilename()).toBe('mes-donnees-jalon.json');
  });

  it('are nobody else’s: a member of staff is sent where they belong', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto('/eleve/mes-donnees');
    expect(new URL(page.url()).pathname).toBe('/enseignant');
  });
});
