import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { answerSomehow } from './support/answering.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';

useBrowser();

const known = { id: '1.1-chiffre-a-citer', title: 'Un chiffre à citer' };
const plainKinds = ['choice', 'choices', 'text', 'number', 'order', 'match'];

/** The page of the first item of a kind. */
async function openFirst(page: Page, kind: string): Promise<void> {
  await page.goto('/enseignant/galerie');
  const section = page.locator(`section[aria-labelledby='${kind}']`);
  await section.getByRole('listitem').first().getByRole('link').click();
  await page.waitForURL('**/galerie/*');
}

const score = (page: Page) => page.getByRole('region', { name: 'Le score de cette réponse' });

describe('a teacher in the gallery', () => {
  it('finds an item by its kind and competence, answers it as a pupil would, and reads why', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: 'Voir et essayer les exercices' }).click();
    await page.getByRole('heading', { level: 1, name: 'Galerie des exercices' }).waitFor();
    const section = page.getByRole('region', { name: 'Choix unique' });
    expect(await section.getByRole('heading', { level: 3 }).first().innerText()).toMatch(/^1\.1 /);
    await section.getByRole('link', { name: known.title }).click();
    await page.getByRole('heading', { level: 1, name: known.title }).waitFor();
    await answerSomehow(page);
    await score(page).waitFor();
    expect(await score(page).innerText()).toMatch(/Points\s+[01] sur 1/);
    expect(await score(page).innerText()).toContain('Rien n’est enregistré de cet essai.');
    const heading = score(page).getByRole('heading', { level: 2 });
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('sees another version of an item, and the same again for the same seed', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    const path = `/enseignant/galerie/${known.id}`;
    const reading = () => page.locator('.question').innerText();
    await page.goto(`${path}?seed=1`);
    const first = await reading();
    await page.getByRole('button', { name: 'Une autre version' }).click();
    await page.waitForURL('**?seed=2');
    expect(await reading()).not.toBe(first);
    await page.getByLabel('Graine').fill('1');
    await page.getByRole('button', { name: 'Voir cette version' }).click();
    await page.waitForURL('**?seed=1');
    expect(await reading()).toBe(first);
    expect(await page.getByRole('main').innerText()).toContain('1.1.N4.3, niveau 4');
  });

  it('answers every plain kind without script', async () => {
    const page = await newDevice({ javaScriptEnabled: false });
    await enterAsStaff(page, product.teacher);
    for (const kind of plainKinds) {
      await openFirst(page, kind);
      await answerSomehow(page);
      expect(await score(page).innerText(), kind).toMatch(/Points\s+[\d,]+ sur \d/);
    }
  });

  it('is told what is missing, as a pupil is, where nothing was answered', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto(`/enseignant/galerie/${known.id}`);
    await page.getByRole('button', { name: 'Valider ma réponse' }).click();
    await page.getByText('Choisis une réponse, puis valide.').waitFor();
    expect(await page.title()).toMatch(/^Erreur/);
    expect(await score(page).count()).toBe(0);
  });

  it('needs the keyboard alone', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto('/enseignant');
    await tabTo(page, "a[href$='/enseignant/galerie']");
    await page.keyboard.press('Enter');
    await page.waitForURL('**/galerie');
    await tabTo(page, "section[aria-labelledby='choice'] a");
    await page.keyboard.press('Enter');
    await page.waitForURL('**/galerie/*');
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('Space');
    await tabTo(page, 'form:has(fieldset) > button');
    await page.keyboard.press('Enter');
    await score(page).waitFor();
    await tabTo(page, 'summary');
  });
});

const shades = ['light', 'dark'] as const;
it.each(shades)(
  'axe finds nothing in %s colours, and no phone scrolls sideways',
  async (shade) => {
    const page = await newDevice({ viewport: { width: 360, height: 740 }, colorScheme: shade });
    await enterAsStaff(page, product.teacher);
    await page.goto('/enseignant/galerie');
    await expectAccessible(page);
    for (const kind of plainKinds) {
      await openFirst(page, kind);
      for (const summary of await page.locator('details:not([open]) > summary').all()) {
        await summary.click();
      }
      await expectAccessible(page);
      await answerSomehow(page);
      await score(page).waitFor();
      await expectAccessible(page);
    }
  },
  240_000,
);

describe('the gallery', () => {
  it('is an inspector’s too', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.getByRole('link', { name: 'Voir et essayer les exercices' }).click();
    await page.getByRole('link', { name: known.title }).click();
    await page.getByRole('heading', { level: 1, name: known.title }).waitFor();
    await page.getByRole('link', { name: 'Votre territoire' }).click();
    await page.waitForURL('**/inspection');
  });

  it('opens for no pupil, whose requests learn nothing of an item', async () => {
    const page = await newDevice();
    await enterWithCard(page, cardOf(1, 20));
    await page.goto(`/enseignant/galerie/${known.id}`);
    expect(new URL(page.url()).pathname).toBe('/eleve');
    const reply = await page.request.get(`/api/gallery/items/${known.id}`);
    expect(reply.status()).toBe(403);
    expect(await reply.text()).not.toContain(known.title);
  });
});
