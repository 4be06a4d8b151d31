import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letters } from '../../packages/rosters/src/testing/pupils.ts';
import { latin9, siecleXml } from '../../packages/rosters/src/testing/written-files.ts';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

/** The school of the demo. */
const uaj = '0699901A';

/** Pupils of a class that nobody else's test knows. */
const pupils = Array.from({ length: 12 }, (_, i) => ({
  id: String(1000 + i),
  lastName: `Épicéa-${letters(i)}`,
  firstName: 'Awa',
  birthDate: '01/02/2014',
  ine: `${100_000_000 + i}AA`,
  mef: '10010012110',
  className: '6e Z',
  groups: ['Latin Z'],
}));

const nameless = { id: '1', lastName: 'Épicéa', firstName: '', birthDate: '01/02/2014' };

const file = (content: Uint8Array | string) => ({
  name: 'ElevesSansAdresses.xml',
  mimeType: 'text/xml',
  buffer: Buffer.from(content),
});

async function administrator(options = {}) {
  const page = await newDevice(options);
  await enterAsStaff(page, product.administrator);
  await page.waitForURL('**/etablissement');
  await page.getByRole('link', { name: 'Importer la liste des élèves' }).click();
  await page.waitForURL('**/import');
  return page;
}

describe('a school’s administrator', () => {
  it('is told why a file of another school, or a broken one, cannot be imported', async () => {
    const page = await administrator();
    await expectAccessible(page);
    const field = page.getByLabel('Fichier des élèves');
    const read = page.getByRole('button', { name: 'Lire le fichier' });
    await field.setInputFiles(file(latin9(siecleXml(pupils, { uaj: '0380002B' }))));
    await read.click();
    await page.getByText(/Ligne 4 : le fichier est celui de l’établissement 0380002B/).waitFor();
    await expectAccessible(page);
    await field.setInputFiles(file(siecleXml(pupils, { uaj }).slice(0, -200)));
    await read.click();
    await page.getByText(/le fichier est abîmé à cet endroit/).waitFor();
  });

  it('sees what a file changes, imports it, and prints the cards of a class', async () => {
    const page = await administrator();
    await page
      .getByLabel('Fichier des élèves')
      .setInputFiles(file(latin9(siecleXml([...pupils, nameless], { uaj }))));
    await page.getByRole('button', { name: 'Lire le fichier' }).click();
    await page.waitForURL('**/import/*');
    await expectAccessible(page);
    const preview = await page.getByRole('main').innerText();
    expect(preview).toContain('Fichier SIECLE, année 2026-2027');
    expect(preview).toContain('1 ligne laissée de côté');
    // So many pupils of the school are not in it that nobody is taken for gone.
    expect(await page.getByLabel(/absents du fichier ont quitté/).isChecked()).toBe(false);
    await page.getByText('12 élèves arrivent').click();
    await page.getByText('Awa Épicéa-b, 6e Z').waitFor();
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.waitForURL('**/etablissement?*');
    expect(await page.getByRole('status').innerText()).toMatch(/12 élèves ajoutés/);
    await expectAccessible(page);

    await page.getByRole('link', { name: '6e Z', exact: true }).click();
    await page.waitForURL('**/classes/*');
    await expectAccessible(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Imprimer les 12 cartes qui manquent' }).click();
    const saved = readFileSync(await (await saving).path());
    expect(saved.subarray(0, 5).toString()).toBe('%PDF-');
    await page.reload();
    await page.getByText('Tous les élèves ont une carte.').waitFor();
    const group = page.getByRole('link', { name: 'Latin Z (groupe)' });
    await page.goto('/etablissement');
    await group.click();
    await page.waitForURL('**/classes/*');
    expect(await page.getByRole('rowheader').count()).toBe(12);
  });

  it('imports without script as well, and a file brought again changes nothing', async () => {
    const page = await administrator({ javaScriptEnabled: false });
    const field = page.getByLabel('Fichier des élèves');
    await field.setInputFiles(file(siecleXml(pupils.slice(1), { uaj, encoding: 'UTF-8' })));
    await page.getByRole('button', { name: 'Lire le fichier' }).click();
    await page.waitForURL('**/import/*');
    expect(await page.getByRole('main').innerText()).toContain('11 élèves restent comme ils sont');
    await page.getByRole('button', { name: 'Ne pas importer' }).click();
    await page.waitForURL('**/etablissement/import');
  });

  it('may teach as well, and a teacher does not administer', async () => {
    const page = await administrator();
    await page.goto('/enseignant');
    await page.getByRole('heading', { level: 1, name: 'Vos classes' }).waitFor();
    const other = await newDevice();
    await enterAsStaff(other, product.teacher);
    await other.goto('/etablissement');
    expect(new URL(other.url()).pathname).toBe('/enseignant');
  });
});

describe('a teacher', () => {
  it('prints a new card for a pupil who lost theirs', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '4e C' }).click();
    await page.waitForURL('**/classes/*');
    await page.getByRole('rowheader').last().getByRole('link').click();
    await page.waitForURL('**/eleves/*');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Nouvelle carte' }).click();
    expect((await saving).suggestedFilename()).toBe('jalon-cartes.pdf');
    const journal = await newDevice();
    await enterAsStaff(journal, product.administrator);
    await journal.goto('/etablissement/journal');
    const newest = journal.getByRole('row').nth(1);
    expect(await newest.innerText()).toMatch(/Dominique Laurier.*nouvelle carte/);
    await expectAccessible(journal);
  });
});
