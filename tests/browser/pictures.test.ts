import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { templateFile } from '../../packages/rosters/src/index.ts';
import { cardDrawings, cardPictureIds } from '../../packages/types/src/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, showCard, useBrowser } from './support/browser.ts';
import { pressName, tabToName } from './support/keyboard.ts';

useBrowser();

const { words, row } = product.pictureCard;
const names = row.map((picture) => cardDrawings[picture].names.fr);
const [first = '', second = '', third = ''] = names;

/** The page of the pictures, after the words of the card. */
async function atPictures(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newDevice(options);
  await showCard(page, words);
  await page.waitForURL('**/entrer/images');
  // Before the script is there, each touch is a page.
  await page.waitForLoadState('networkidle');
  return page;
}

const touch = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const places = (page: Page) => page.getByRole('list', { name: 'Tes images' });

/** What the places say, in their order. */
async function placesOf(page: Page): Promise<string[]> {
  const said = await places(page).getByRole('listitem').locator('.visually-hidden').allInnerTexts();
  return said.map((one) => one.trim());
}

describe('a child whose card asks for pictures', () => {
  it('scans the code, touches the row, and is on their page', async () => {
    const page = await newDevice();
    await page.goto(`/entrer#carte=${encodeURIComponent(words)}`);
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.waitForURL('**/entrer/images');
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    expect(await placesOf(page)).toEqual(['vide', 'vide', 'vide']);
    await touch(page, first);
    expect(await placesOf(page)).toEqual([first, 'vide', 'vide']);
    expect(await page.getByRole('status').innerText()).toContain('Touche ta deuxième image.');
    await touch(page, 'soleil');
    await touch(page, 'Effacer');
    expect(await placesOf(page)).toEqual(['vide', 'vide', 'vide']);
    expect(await page.getByRole('status').textContent()).toMatch(/C’est effacé\..*première image/s);
    await touch(page, first);
    await touch(page, second);
    await expectAccessible(page);
    expect(new URL(page.url()).pathname).toBe('/entrer/images');
    await touch(page, third);
    await page.waitForURL('**/eleve');
  });

  it('is told kindly where the row is wrong, may try again, and gets where they wanted to go', async () => {
    const page = await newDevice();
    await page.goto('/eleve/mes-donnees');
    await page.getByLabel('Les mots de ta carte').fill(words);
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.waitForURL('**/entrer/images?*');
    await page.waitForLoadState('networkidle');
    for (const name of ['soleil', 'vélo', 'chat']) await touch(page, name);
    const refusal = page.getByText('Ce n’est pas grave : essaie encore');
    await refusal.waitFor();
    expect(await page.title()).toMatch(/^Erreur/);
    expect(await refusal.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await placesOf(page)).toEqual(['vide', 'vide', 'vide']);
    await expectAccessible(page);
    for (const name of names) await touch(page, name);
    await page.waitForURL('**/eleve/mes-donnees');
  });

  it('enters without script as well, picture by picture', async () => {
    const page = await atPictures({ javaScriptEnabled: false });
    const touched: string[] = [];
    for (const name of [first, 'soleil']) {
      await touch(page, name);
      await page.waitForURL('**/entrer/images*');
      touched.push(name);
      expect(await placesOf(page)).toEqual([...touched, 'vide', 'vide', 'vide'].slice(0, 3));
    }
    await touch(page, 'Effacer');
    expect(await placesOf(page)).toEqual(['vide', 'vide', 'vide']);
    for (const name of ['vélo', 'vélo', 'vélo']) await touch(page, name);
    await page.getByText('Ce n’est pas grave : essaie encore').waitFor();
    for (const name of names) await touch(page, name);
    await page.waitForURL('**/eleve');
  });

  it('needs nothing but the keyboard', async () => {
    const page = await atPictures();
    await pressName(page, first);
    await tabToName(page, second);
    await page.keyboard.press('Space');
    await pressName(page, third);
    await page.waitForURL('**/eleve');
  });

  it('has large buttons with names on a telephone, three side by side', async () => {
    const page = await atPictures({ viewport: { width: 360, height: 740 } });
    const boxes = await Promise.all(
      cardPictureIds.map(async (picture) => {
        const name = cardDrawings[picture].names.fr;
        return page.getByRole('button', { name, exact: true }).boundingBox();
      }),
    );
    for (const box of boxes) {
      expect(box?.width).toBeGreaterThanOrEqual(88);
      expect(box?.height).toBeGreaterThanOrEqual(88);
    }
    expect(boxes[2]?.y).toBe(boxes[0]?.y);
  });

  it('begins again with the card where too much time has passed, or no card was shown', async () => {
    const page = await atPictures();
    await page.context().clearCookies({ name: 'jalon_half_card' });
    for (const name of names) await touch(page, name);
    await page.waitForURL('**/entrer?*');
    await page.getByText('Trop de temps a passé.').waitFor();
    await expectAccessible(page);
    await page.goto('/entrer/images');
    expect(new URL(page.url()).pathname).toBe('/entrer');
  });
});

/** A sentence as the PDF says it to whoever does not see its drawings. */
const inPdf = (sentence: string): string =>
  Buffer.from(sentence, 'utf16le').swap16().toString('latin1');

/** How often the sheet that a button makes tells a row of pictures. */
async function rowsPrinted(page: Page, button: string): Promise<number> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const saved = readFileSync(await (await saving).path(), 'latin1');
  expect(saved.slice(0, 5)).toBe('%PDF-');
  return saved.split(inPdf('Images, dans l’ordre : ')).length - 1;
}

describe('whoever makes cards', () => {
  const withPictures = 'Avec une rangée d’images (pour les plus jeunes)';

  it('is offered pictures for a class of the youngest', async () => {
    const pupils = ['Épicéa-q;Lou', 'Épicéa-r;Noa'].map(
      (name, i) => `${name};03/04/2018;CE1 Q;CE1;;${300_000_000 + i}AA;${i + 7000}\r\n`,
    );
    const page = await newDevice();
    await enterAsStaff(page, product.administrator);
    await page.goto('/etablissement/import');
    await page.getByLabel('Fichier des élèves').setInputFiles({
      name: 'eleves.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(templateFile + pupils.join('')),
    });
    await page.getByRole('button', { name: 'Lire le fichier' }).click();
    await page.waitForURL('**/import/*');
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.waitForURL('**/etablissement?*');
    await page.getByRole('link', { name: 'CE1 Q', exact: true }).click();
    await page.waitForURL('**/classes/*');
    const boxes = page.getByRole('checkbox', { name: withPictures });
    for (const box of await boxes.all()) expect(await box.isChecked()).toBe(true);
    await expectAccessible(page);
    expect(await rowsPrinted(page, 'Imprimer les 2 cartes qui manquent')).toBe(2);
    await page.reload();
    expect(await rowsPrinted(page, 'Nouvelle carte pour Noa Épicéa-r')).toBe(1);
    await boxes.last().uncheck();
    expect(await rowsPrinted(page, 'Nouvelle carte pour Noa Épicéa-r')).toBe(0);
  });

  it('chooses them for older pupils, whose box is not ticked', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '4e C' }).click();
    await page.waitForURL('**/classes/*');
    expect(await page.getByRole('checkbox', { name: withPictures }).first().isChecked()).toBe(
      false,
    );
    await page.getByRole('rowheader').last().getByRole('link').click();
    await page.waitForURL('**/eleves/*');
    const box = page.getByRole('checkbox', { name: withPictures });
    expect(await box.isChecked()).toBe(false);
    expect(await rowsPrinted(page, 'Nouvelle carte')).toBe(0);
    await box.check();
    expect(await rowsPrinted(page, 'Nouvelle carte')).toBe(1);
    await expectAccessible(page);
  });
});
