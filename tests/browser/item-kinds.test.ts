import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';
import { pressName, tabTo, tabToName } from './support/keyboard.ts';

useBrowser();

async function openItem(page: Page, itemId: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAsStaff(page, product.teacher);
  await page.goto(`/enseignant/galerie/${itemId}?seed=1`);
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
}

const scored = (page: Page) => page.getByRole('region', { name: 'Le score de cette réponse' });

async function sendFor(page: Page, points: string): Promise<void> {
  await pressName(page, 'Valider ma réponse');
  await scored(page).waitFor();
  expect(await scored(page).innerText()).toMatch(new RegExp(`Points\\s+${points}`));
  await expectAccessible(page);
}

describe('a place of a picture', () => {
  it('is chosen by keyboard from the list of names', async () => {
    const page = await newDevice();
    await openItem(page, '5.1-bouger-le-pointeur');
    await tabTo(page, 'form input[type=radio]');
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
    await sendFor(page, '1 sur 1');
  });

  it('is chosen by pressing the picture, and its name with it', async () => {
    const page = await newDevice();
    await openItem(page, '4.2-fiche-du-profil');
    const zones = page.locator('form svg label');
    await zones.nth(1).click();
    await zones.nth(3).click();
    expect(await page.getByRole('checkbox', { name: /adresse/ }).isChecked()).toBe(true);
    await sendFor(page, '2 sur 2');
  });
});

describe('a slider', () => {
  it('moves by keys, and says its value with its unit', async () => {
    const page = await newDevice();
    await openItem(page, '5.1-memoire-pleine');
    await tabTo(page, 'input[type=range]');
    await page.keyboard.press('Home');
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowRight');
    const slider = page.getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toBe('20\u00a0%');
    const gos = await page.locator('td').allInnerTexts();
    const total = gos.reduce(
      (sum, text) =>
        sum + (/^(\d+) Go$/.exec(text.replace(/\s/g, ' ')) ? Number.parseInt(text, 10) : 0),
      0,
    );
    await tabToName(page, 'Ta réponse');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String((total / 40) * 100).replace('.', ','));
    await sendFor(page, '2 sur 2');
  });

  it('has words instead of numbers, where the item has them', async () => {
    const page = await newDevice();
    await openItem(page, '2.2-amis-des-amis');
    await page.getByRole('radio', { name: 'autour de' }).check();
    await sendFor(page, '1 sur 1');
  });
});

describe('a formula', () => {
  it('is typed for a cell, and judged by what it gives', async () => {
    const page = await newDevice();
    await openItem(page, '1.3-formule-des-parts');
    await tabToName(page, 'Ta formule pour C2');
    await page.keyboard.type('=b2/b$5');
    await sendFor(page, '2 sur 2');
  });
});

describe('a sorting into categories', () => {
  it('is done by keyboard alone', async () => {
    const page = await newDevice();
    await openItem(page, '5.1-dedans-ou-autour');
    const outputs = ['écran', 'imprimante', 'casque', 'vidéoprojecteur', 'haut-parleurs'];
    for (const group of await page.locator('fieldset.element').all()) {
      await tabTo(page, 'form input[type=radio]');
      const legend = (await group.locator('legend').innerText()).toLowerCase();
      await page.keyboard.press('Space');
      if (outputs.some((word) => legend.includes(word))) await page.keyboard.press('ArrowRight');
    }
    await sendFor(page, '6 sur 6');
  });
});

describe('a text with gaps', () => {
  it('is chosen from lists that say which gap they are', async () => {
    const page = await newDevice();
    await openItem(page, '4.1-mesures-simples');
    await page.getByLabel('Trou 1 sur 3').selectOption({ label: 'les mises à jour' });
    await page.getByLabel('Trou 2 sur 3').selectOption({ label: 'du magasin officiel' });
    await pressName(page, 'Valider ma réponse');
    expect(await page.locator('#erreur').innerText()).toContain('Il manque encore une réponse');
    await expectAccessible(page);
    expect(await page.getByLabel('Trou 1 sur 3').locator('option:checked').innerText()).toBe(
      'les mises à jour',
    );
    await page
      .getByLabel('Trou 3 sur 3')
      .selectOption({ label: 'une sauvegarde sur un autre appareil' });
    await sendFor(page, '3 sur 3');
  });

  it('is typed by keyboard alone', async () => {
    const page = await newDevice();
    await openItem(page, '1.1-guillemets-et-moins');
    for (const word of ['guillemets', '-', 'site']) {
      await tabTo(page, 'form input[name^=answer]');
      await page.keyboard.type(word);
    }
    await sendFor(page, '3 sur 3');
  });
});

describe('parts of a text', () => {
  it('are marked by keyboard or by a press, and told why not', async () => {
    const page = await newDevice();
    await openItem(page, '4.1-message-de-la-banque');
    await page.locator('form label', { hasText: 'Sans réponse de vous' }).click();
    await page.locator('form label', { hasText: 'infos-suivi.example' }).click();
    await tabToName(page, 'mot de passe');
    await page.keyboard.press('Space');
    await sendFor(page, '3 sur 3');
  });
});
