import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { firstNames, lastNames } from '../../apps/api/src/demo/names.ts';
import { namesInZip, sheetsOf } from '../../apps/api/src/testing/read-exports.ts';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

async function saved(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function openExports(page: Page): Promise<void> {
  await enterAsStaff(page, product.inspector);
  await page.getByRole('link', { name: 'Autres formats et paquet complet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Emporter les effectifs' }).waitFor();
}

describe('an inspector takes counts away', () => {
  it('in each format, and has a package prepared, without script', async () => {
    const page = await newDevice({ javaScriptEnabled: false });
    await openExports(page);
    expect(await page.getByRole('main').innerText()).toContain('département 69');
    const xlsx = await saved(page, page.getByRole('link', { name: /XLSX/ }));
    expect(xlsx.name).toBe('jalon-department-69.xlsx');
    const sheet = JSON.stringify(sheetsOf(xlsx.bytes).get('counts'));
    expect(sheet).toContain('suppressed');
    for (const name of [...firstNames, ...lastNames]) {
      expect(sheet, name).not.toMatch(new RegExp(`\\b${name}\\b`));
    }
    for (const [link, end, start] of [
      [/ODS/, 'ods', 'PK'],
      [/Tableau CSV/, 'csv', '\uFEFFrelease'],
      [/Parquet/, 'parquet', 'PAR1'],
    ] as const) {
      const { name, bytes } = await saved(page, page.getByRole('link', { name: link }));
      expect(name).toBe(`jalon-department-69.${end}`);
      expect(bytes.toString('utf8').startsWith(start), name).toBe(true);
    }

    await page.getByRole('radio', { name: 'Paquet de données' }).check();
    await page.getByRole('button', { name: 'Préparer l’export' }).click();
    const ready = page.getByRole('link', { name: /Télécharger : Paquet/ });
    await expect
      .poll(
        async () => {
          if (await ready.isVisible()) return true;
          await page.getByRole('link', { name: 'Voir où en sont les exports' }).click();
          return ready.isVisible();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(true);
    const { name, bytes } = await saved(page, ready);
    expect(name).toBe('jalon-department-69.zip');
    expect(namesInZip(bytes)).toContain('datapackage.json');
  });

  it('and sees by itself when an export is ready', async () => {
    const page = await newDevice();
    await openExports(page);
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'OpenDocument' }).check();
    await page.getByRole('button', { name: 'Préparer l’export' }).click();
    const ready = page.getByRole('link', { name: /Télécharger : Classeur OpenDocument/ });
    await ready.waitFor();
    await expectAccessible(page);
    const { name } = await saved(page, ready);
    expect(name).toBe('jalon-department-69.ods');
    // Another inspector has none of it.
    const address = await ready.getAttribute('href');
    const other = await newDevice();
    await enterAsStaff(other, product.academyInspector);
    await other.goto('/inspection/exports');
    expect(await other.getByRole('main').innerText()).toContain('Vous n’avez pas d’export préparé');
    await other.goto(address ?? '');
    expect(new URL(other.url()).pathname).toBe('/inspection/exports');
  });
});
