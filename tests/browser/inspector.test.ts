import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { firstNames, lastNames } from '../../apps/api/src/demo/names.ts';
import { expectAccessible } from './support/accessible.ts';
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
    expect(text).toMatch(/arrondis au multiple de 5/);
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
    // 11 and 12 read 10.
    expect(Math.min(...counts.map(Number))).toBeGreaterThanOrEqual(10);
    expect(counts.every((count) => Number(count) % 5 === 0)).toBe(true);
    const status = new Set(rows.map((row) => row[column('status')]));
    expect([...status].sort()).toEqual(['published', 'suppressed']);
    const text = csv.toString('utf8');
    for (const name of [...firstNames, ...lastNames]) {
      expect(text, name).not.toMatch(new RegExp(`\\b${name}\\b`));
    }

    const [, ...described] = cells(await download(page, /Dictionnaire/));
    expect(described.map(([name]) => name)).toEqual(header);
  });

  it('goes from place to place by links and lists, without script, and can share the address', async () => {
    const page = await newDevice({ javaScriptEnabled: false });
    await enterAsStaff(page, product.academyInspector);
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toContain('Académie de Lyon');
    await page.getByRole('table').last().getByRole('link', { name: 'Rhône' }).click();
    await page.waitForURL('**/inspection?within=department*');
    expect(await heading.innerText()).toContain('Rhône');

    await page.getByLabel('Compter par').selectOption('sector');
    await page.getByRole('button', { name: 'Afficher' }).click();
    const main = await page.getByRole('main').innerText();
    for (const group of ['Par secteur', 'Public', 'Privé sous contrat'])
      expect(main).toContain(group);
    expect(await page.getByLabel('Niveau de classe', { exact: true }).count()).toBe(0);

    // Whoever is given the address sees the same.
    const other = await newDevice();
    await enterAsStaff(other, product.academyInspector);
    await other.goto(page.url());
    expect(await other.getByRole('main').innerText()).toContain('Privé sous contrat');
    expect(await other.getByLabel('Compter par').inputValue()).toBe('sector');
    await expectAccessible(other);

    await page.getByLabel('Compter par').selectOption('school');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await page.getByLabel('Niveau de classe', { exact: true }).selectOption('6e');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(await page.getByRole('rowheader', { name: '6e' }).count()).toBe(4);
    expect(await page.getByRole('rowheader', { name: '4e' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Académie de Lyon' }).first().click();
    expect(await heading.innerText()).toContain('Académie de Lyon');
  });

  it('counts one school, takes its counts away, and goes no further than the territory', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.getByLabel('Territoire', { exact: true }).selectOption('school:0699902B');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await page.getByRole('heading', { level: 1, name: /Collège du Lac/ }).waitFor();
    await expectAccessible(page);
    const [header = [], ...rows] = cells(await download(page, /Effectifs/));
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(new Set(column('territory'))).toEqual(new Set(['0699902B']));
    for (const within of ['academy:10', 'country:FR', 'department:38', 'nonsense']) {
      const reply = await page.goto(`/inspection?within=${within}`);
      expect(reply?.status(), within).toBeGreaterThanOrEqual(400);
    }
    const csv = await page.request.get('/api/cohort/export.csv?within=academy:10');
    expect(csv.status()).toBe(404);
  });

  it.each([true, false])(
    'looks at each measure, each with its table (script: %s)',
    async (hasScript) => {
      const page = await newDevice({ javaScriptEnabled: hasScript });
      await enterAsStaff(page, product.inspector);
      await page.waitForURL('**/inspection');
      const main = page.getByRole('main');
      const look = async (measure: string, heading: string) => {
        await page.getByLabel('Regarder').selectOption(measure);
        await page.getByRole('button', { name: 'Afficher' }).click();
        await page.waitForURL(`**/inspection?*mesure=${measure}*`);
        await page.getByRole('heading', { level: 3, name: heading }).waitFor();
        if (hasScript) await expectAccessible(page);
        expect(await main.innerText()).toContain('Règle appliquée');
        return main.innerText();
      };
      const means = await look('moyenne', 'Où se situent les élèves');
      expect(means).toMatch(/En moyenne, les élèves sont au niveau \d/);
      expect(await page.getByRole('table').first().getByRole('row').count()).toBe(5);
      expect(await look('participation', 'Qui a un résultat')).toMatch(/plus de 95\s% des élèves/);
      await look('evolution', 'Ce qui a été publié, mois après mois');
      expect(await page.getByRole('table').getByRole('row').count()).toBe(3);
      await look('progres', 'Les progrès depuis le début de l’année');

      // The figures of an earlier day are read again, and so is whatever is chosen then.
      const days = page.getByLabel('Chiffres du');
      const earlier = await days.getByRole('option').last().innerText();
      await days.selectOption({ label: earlier });
      await look('participation', 'Qui a un résultat');
      expect(await main.innerText()).toContain(`Chiffres du ${earlier}`);
      expect(new URL(page.url()).searchParams.get('date')).toMatch(/^\d{4}-\d\d-\d\d$/);
    },
  );

  it('compares a school with those like it', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.goto('/inspection?within=school:0699902B&by=like&mesure=moyenne');
    const groups = await page.getByRole('table').getByRole('rowheader').allInnerTexts();
    expect(groups.slice(0, 2)).toEqual(['Tout l’établissement', 'Rhône']);
    expect(groups.some((group) => group.startsWith('secteur :'))).toBe(true);
    await expectAccessible(page);
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
