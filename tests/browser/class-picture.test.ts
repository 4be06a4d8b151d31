import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { odsContent } from '../../apps/api/src/testing/ods-content.ts';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

const PUPILS_A_CLASS = 24;

async function openClass(name: string, options = {}): Promise<Page> {
  const page = await newDevice(options);
  await enterAsStaff(page, product.teacher);
  await page.getByRole('link', { name }).click();
  await page.waitForURL('**/classes/*');
  return page;
}

const picture = (page: Page) =>
  page.getByRole('table', { name: /Dernier résultat de chaque élève/ });
const headings = (page: Page) => picture(page).locator('th[scope=rowgroup]');

async function groupByLevel(page: Page): Promise<void> {
  await page.getByLabel('Ordre des élèves').selectOption('1.1');
  await page.getByLabel('Regrouper par').selectOption('niveau');
  await page.getByRole('button', { name: 'Afficher', exact: true }).click();
  await page.waitForURL('**groupe=niveau**');
}

describe.each([true, false])('the picture of a class in groups (script: %s)', (hasScript) => {
  it('puts the pupils together by level, and gives a group some work', async () => {
    const page = await openClass('6e C', { javaScriptEnabled: hasScript });
    expect(await headings(page).count()).toBe(0);
    await groupByLevel(page);
    const names = await headings(page).allInnerTexts();
    const parts = names.map((text) => /^Niveau (\d) : (\d+) élèves?/.exec(text));
    const levels = parts.map((part) => Number(part?.[1]));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(new Set(levels).size).toBe(levels.length);
    const sizes = parts.map((part) => Number(part?.[2]));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(PUPILS_A_CLASS);
    const groups = picture(page).locator('tbody');
    expect(await groups.count()).toBe(levels.length);
    for (const [index, size] of sizes.entries()) {
      const group = groups.nth(index);
      const rows = group.locator('th[scope=row]');
      expect(await rows.count()).toBe(size);
      const cells = await group.locator('tr > td:nth-of-type(1)').allInnerTexts();
      expect(cells.map((text) => Number(/\d/.exec(text)?.[0]))).toEqual(
        cells.map(() => levels[index]),
      );
    }
    if (hasScript) await expectAccessible(page);

    const inNeed = await groups.first().locator('th[scope=row]').allInnerTexts();
    await page
      .getByRole('link', { name: `Donner un travail à ces élèves : Niveau ${levels[0]}` })
      .click();
    await page.waitForURL('**eleves=**');
    expect(await page.getByRole('radio', { name: 'Des élèves que je choisis' }).isChecked()).toBe(
      true,
    );
    expect(await page.getByRole('radio', { name: /S’entraîner/ }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: /^1\.1 / }).isChecked()).toBe(true);
    const checked = page.locator('input[name=pupil]:checked');
    expect(await checked.count()).toBe(inNeed.length);
    // The picture stands as it stood.
    expect(await headings(page).count()).toBe(levels.length);
    const title = `Pour ce groupe ${String(hasScript)}`;
    await page.getByLabel('Titre').fill(title);
    await page.getByRole('button', { name: 'Donner', exact: true }).click();
    await page.waitForURL('**/evaluations/*');
    const main = await page.getByRole('main').innerText();
    expect(main).toContain(`Pour ${inNeed.length} élève`);
    for (const name of inNeed) expect(main).toContain(name.trim());
  });
});

describe('the picture of a class', () => {
  it('takes the first competence for levels of none, and groups by nothing that is not there', async () => {
    const page = await openClass('6e A');
    const address = page.url();
    await page.goto(`${address}?groupe=niveau`);
    expect(await page.getByLabel('Ordre des élèves').inputValue()).toBe('1.1');
    expect(await headings(page).count()).toBeGreaterThan(1);
    await page.goto(`${address}?groupe=classe`);
    expect(await headings(page).count()).toBe(0);
    const choices = await page.getByLabel('Regrouper par').locator('option').allInnerTexts();
    expect(choices).toEqual(['sans regroupement', 'niveau, dans la compétence qui donne l’ordre']);
  });

  it('is printed in its groups, without what is there to click', async () => {
    const page = await openClass('6e A');
    await groupByLevel(page);
    await page.emulateMedia({ media: 'print' });
    expect(await headings(page).first().isVisible()).toBe(true);
    const give = page.getByText('Donner un travail à ces élèves');
    for (const link of await give.all()) expect(await link.isVisible()).toBe(false);
    expect(await page.getByLabel('Regrouper par').isVisible()).toBe(false);
  });

  it('is taken as a spreadsheet, with the release that it is under', async () => {
    const page = await openClass('6e A');
    const taking = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger ce tableau pour un tableur (ODS)' }).click();
    const download = await taking;
    expect(download.suggestedFilename()).toBe('jalon-classe.ods');
    const content = odsContent(readFileSync(await download.path()));
    expect(content.match(/<table:table /g)).toHaveLength(2);
    expect(content).toContain('office:value-type="percentage"');
    const hash = /empreinte (\w+)/.exec(await page.getByRole('main').innerText())?.[1] ?? '?';
    expect(content).toContain(`<text:p>${hash}`);
  });
});

describe.each([true, false])('the progress of a class (script: %s)', (hasScript) => {
  it('is said in words for each pupil, and summed up for the class', async () => {
    const page = await openClass('6e A', { javaScriptEnabled: hasScript });
    await page.getByRole('link', { name: 'Voir les progrès depuis la rentrée' }).click();
    await page.waitForURL('**/progres');
    const table = page.getByRole('table', { name: /Changement de chaque élève/ });
    expect(await table.getByRole('rowheader').count()).toBe(PUPILS_A_CLASS);
    const cells = await table.getByRole('cell').allInnerTexts();
    const counts = { rise: 0, fall: 0, unsure: 0 };
    for (const text of cells) {
      const [, word = ''] = /^\s*(En progrès|En baisse|Pas de différence sûre)/.exec(text) ?? [];
      const chances = /(\d+) chances sur 100/.exec(text)?.[1];
      if (word === 'Pas de différence sûre') {
        counts.unsure += 1;
        expect(chances).toBeUndefined();
      } else {
        counts[word === 'En progrès' ? 'rise' : 'fall'] += 1;
        expect(Number(chances)).toBeGreaterThanOrEqual(80);
      }
      expect(text).toMatch(/niveau \d \(\d+\s%\)\s+puis\s+niveau \d \(\d+\s%\)/);
    }
    expect(counts.rise).toBeGreaterThan(0);
    expect(counts.unsure).toBeGreaterThan(0);
    const summary = await page
      .getByRole('listitem')
      .filter({ hasText: 'Mener une recherche' })
      .first()
      .innerText();
    expect(summary).toMatch(new RegExp(`${counts.rise} élèves? en progrès`));
    expect(summary).toMatch(new RegExp(`${counts.unsure} élèves? sans différence sûre`));
    expect(summary).toMatch(new RegExp(`${counts.fall} élèves? en baisse`));
    if (hasScript) await expectAccessible(page);

    await table
      .getByRole('link', { name: /^niveau \d, \d+ chances sur 100, le / })
      .first()
      .click();
    await page.waitForURL('**/essais/*');
  });

  it('is a table to take along, and leads to a review to give', async () => {
    const page = await openClass('6e A', { javaScriptEnabled: hasScript });
    await page.goto(`${page.url()}/progres`);
    const taking = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger ce tableau (CSV)' }).click();
    const taken = readFileSync(await (await taking).path(), 'utf8');
    expect(taken).toMatch(/^\uFEFFélève,compétence,/);
    expect(taken).toContain(',en progrès\r\n');
    expect(taken).toContain(',mesuré une seule fois\r\n');
    await page.getByRole('link', { name: 'Donner un bilan de fin d’année' }).click();
    await page.waitForURL('**sequence=bilan-de-fin-d-annee**');
    expect(await page.getByLabel('Titre').inputValue()).toBe('Bilan de fin d’année');
  });
});

describe('the progress page', () => {
  it('says what to do where there is nothing to compare yet', async () => {
    const page = await openClass('6e B');
    await page.goto(`${page.url()}/progres`);
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('Rien à comparer pour le moment.');
    expect(await page.getByRole('table').count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Donner un bilan de fin d’année' }).click();
    await page.waitForURL('**sequence=bilan-de-fin-d-annee**');
  });

  it('is read on a phone and on paper, and in English', async () => {
    const page = await openClass('6e A', { viewport: { width: 360, height: 740 } });
    await page.goto(`${page.url()}/progres`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('table').isVisible()).toBe(true);
    for (const name of ['Télécharger ce tableau (CSV)', 'Donner un bilan de fin d’année']) {
      expect(await page.getByText(name).isVisible()).toBe(false);
    }
    // Nothing but colour would tell one direction from another on a printer without any.
    const shape = page.getByRole('cell').first().locator('svg path');
    expect(await shape.evaluate((path) => getComputedStyle(path).fill)).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Progress since the start of the year' }).waitFor();
    await expectAccessible(page);
  });

  it('is nobody’s whose class it is not', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    const reply = await page.goto(
      '/enseignant/classes/00000000-0000-4000-8000-000000000000/progres',
    );
    expect(reply?.status()).toBe(404);
  });
});
