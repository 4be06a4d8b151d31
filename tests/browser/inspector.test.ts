import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { firstNames, lastNames } from '../../apps/api/src/demo/names.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

async function download(page: Page, link: RegExp): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  return readFileSync(await file.path());
}

const cells = (csv: Buffer): string[][] =>
  csv
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

describe('an inspector', () => {
  it('sees counts of the territory, small ones hidden, and the rule that hides them', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.waitForURL('**/inspection');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('Rhône');
    expect(text).toMatch(/moins de 11/);
    for (const name of [...firstNames.slice(0, 10), ...lastNames.slice(0, 10)]) {
      expect(text).not.toContain(name);
    }
    // Only one class has sat 4.2: little may be said of it.
    await page.goto('/inspection?competence=4.2');
    expect(await page.getByRole('main').innerText()).toMatch(/[Mm]asqué/);
  });

  it('takes away a CSV and its codebook, without a name or a small count', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    const csv = await download(page, /Effectifs/);
    const [header = [], ...rows] = cells(csv);
    const column = (name: string) => header.indexOf(name);
    expect(rows.length).toBeGreaterThan(100);
    const counts = rows.map((row) => row[column('pupils')] ?? '').filter((count) => count !== '');
    expect(counts.length).toBeGreaterThan(20);
    expect(Math.min(...counts.map(Number))).toBeGreaterThanOrEqual(11);
    const status = new Set(rows.map((row) => row[column('status')]));
    expect([...status].sort()).toEqual(['published', 'suppressed']);
    const text = csv.toString('utf8');
    for (const name of [...firstNames, ...lastNames]) {
      expect(text, name).not.toMatch(new RegExp(`\\b${name}\\b`));
    }

    const [, ...described] = cells(await download(page, /Dictionnaire/));
    expect(described.map(([name]) => name)).toEqual(header);
  });

  it('is shown no teacher’s and no pupil’s page', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.goto('/enseignant');
    expect(new URL(page.url()).pathname).toBe('/inspection');
    const reply = await page.request.get('/api/classes');
    expect(reply.status()).toBe(403);
  });
});
