import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { answerSomehow, questionNumber, waitForNext } from './support/answering.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';

useBrowser();

describe.each(['light', 'dark'] as const)('in %s colours, axe finds nothing', (colorScheme) => {
  it('on the pages of nobody in particular', async () => {
    const page = await newDevice({ colorScheme });
    for (const path of ['/', '/entrer', '/connexion', '/nulle-part']) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await page.goto('/entrer');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.locator('.field-error').waitFor();
    await expectAccessible(page);
  });

  it('on a pupil’s pages, question after question', async () => {
    const page = await newDevice({ colorScheme });
    await enterWithCard(page, cardOf(1, colorScheme === 'light' ? 13 : 14));
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Mes données' }).click();
    await page.waitForURL('**/mes-donnees');
    await expectAccessible(page);
    await page.goto('/eleve');
    await page.getByRole('button', { name: /M’entraîner.*Chercher des informations/s }).click();
    await page.waitForURL('**/epreuve/*');
    let asked: number | null = await questionNumber(page);
    while (asked !== null) {
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Valider ma réponse' }).click();
      await page.locator('.field-error').waitFor();
      await expectAccessible(page);
      await answerSomehow(page);
      await page.getByRole('button', { name: 'Question suivante' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Question suivante' }).click();
      asked = await waitForNext(page, asked);
    }
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Voir ce que j’ai montré' }).click();
    await page.waitForURL('**/resultat/*');
    await expectAccessible(page);
    for (const answer of await page.locator('details > summary').all()) await answer.click();
    await expectAccessible(page);
  }, 240_000);

  it('on a teacher’s pages', async () => {
    const page = await newDevice({ colorScheme });
    await enterAsStaff(page, product.teacher);
    await page.goto('/enseignant');
    await expectAccessible(page);
    const seen = new Set<string>();
    const waiting = [await firstHref(page, "a[href*='/enseignant/classes/']")];
    while (waiting.length > 0 && seen.size < 4) {
      const path = waiting.shift() ?? '/enseignant';
      const kind = path.split('/')[2] ?? '';
      if (seen.has(kind)) continue;
      seen.add(kind);
      await page.goto(path);
      await expectAccessible(page);
      for (const answer of await page.locator('details > summary').all()) await answer.click();
      await expectAccessible(page);
      for (const folder of ['eleves', 'evaluations', 'essais']) {
        const link = page.locator(`a[href*='/enseignant/${folder}/']`).first();
        if ((await link.count()) > 0) waiting.push((await link.getAttribute('href')) ?? '');
      }
    }
    expect([...seen].sort()).toEqual(['classes', 'eleves', 'essais', 'evaluations']);
    await page.goto('/enseignant');
    const schoolClass = await firstHref(page, "a[href*='/enseignant/classes/']");
    for (const below of ['/digcomp', '/progres', '?ordre=1.1&groupe=niveau']) {
      await page.goto(schoolClass + below);
      await expectAccessible(page);
    }
  }, 180_000);

  it('on an inspector’s pages', async () => {
    const page = await newDevice({ colorScheme });
    await enterAsStaff(page, product.inspector);
    for (const path of ['/inspection', '/inspection?competence=4.2']) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
});

it('speaks English too, and says so to a screen reader', async () => {
  const page = await newDevice({ locale: 'en-GB' });
  await page.goto('/');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await expectAccessible(page);
});

async function firstHref(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().getAttribute('href')) ?? '';
}
