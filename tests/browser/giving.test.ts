import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { answerSomehow, waitForNext } from './support/answering.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';

useBrowser();

async function openClass(name: string, options = {}) {
  const page = await newDevice(options);
  await enterAsStaff(page, product.teacher);
  await page.getByRole('link', { name }).click();
  await page.waitForURL('**/classes/*');
  return page;
}

const give = { name: 'Donner', exact: true } as const;

describe('a teacher who gives some work', () => {
  it.each([true, false])(
    'takes a ready-made sequence, which pupils see as steps (script: %s)',
    async (javaScriptEnabled) => {
      const page = await openClass('4e B', { javaScriptEnabled });
      const ready = page.getByText('Partir d’une séquence prête');
      await ready.click();
      await page.getByRole('link', { name: 'Remplir le formulaire : Se protéger' }).click();
      await page.waitForURL('**sequence=se-proteger**');
      expect(await page.getByLabel('Titre').inputValue()).toBe('Se protéger');
      expect(await page.getByRole('checkbox', { name: /^4\.[123] /, checked: true }).count()).toBe(
        3,
      );
      expect(await page.getByLabel('Longueur').inputValue()).toBe('6');
      if (javaScriptEnabled) await expectAccessible(page);
      const title = `Se protéger ${String(javaScriptEnabled)}`;
      await page.getByLabel('Titre').fill(title);
      await page.getByRole('button', give).click();
      await page.waitForURL(/classes\/[^?]+#evaluations$/);
      const given = page.getByRole('listitem').filter({ hasText: title });
      expect(await given.count()).toBe(3);
      expect(await given.first().innerText()).toMatch(/Entraînement\. 6 questions\./);

      const pupil = await newDevice();
      await enterWithCard(pupil, cardOf(4, 3));
      const cards = pupil.getByRole('listitem').filter({ hasText: title });
      const texts = await cards.allInnerTexts();
      expect(texts.map((text) => /Étape (\d) sur 3/.exec(text)?.[1])).toEqual(['1', '2', '3']);
      expect(texts[0]).toContain('C’est pour t’entraîner');
      await expectAccessible(pupil);
      await cards.first().getByRole('button').click();
      await pupil.waitForURL('**/epreuve/*');
      expect(await pupil.getByRole('main').innerText()).toContain('Il y a 6 questions.');
    },
  );

  it('gives to those in need, with a time, levels and a day to come', async () => {
    const page = await openClass('6e A');
    await page
      .getByRole('link', { name: /Donner un entraînement à ceux/ })
      .first()
      .click();
    await page.waitForURL('**besoin=**');
    expect(
      await page.getByRole('radio', { name: 'Les élèves qui en ont besoin' }).isChecked(),
    ).toBe(true);
    await page.getByLabel('Titre').fill('Reprendre');
    await page.getByText('Longueur, durée, niveaux, premier jour').click();
    await page.getByLabel('Durée').selectOption('15');
    await page.getByLabel('Du niveau').selectOption('1');
    await page.getByLabel('Au niveau', { exact: true }).selectOption('2');
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Premier jour').fill(later);
    await expectAccessible(page);
    await page.getByRole('button', give).click();
    await page.waitForURL('**/evaluations/*');
    const main = await page.getByRole('main').innerText();
    expect(main).toMatch(/À partir du .*15 minutes\. Niveaux 1 à 2\. Pour \d+ élèves?\./s);
    const chosen = Number(/Pour (\d+) élève/.exec(main)?.[1]);
    expect(chosen).toBeGreaterThan(0);
    expect(chosen).toBeLessThan(24);
  });

  it('chooses pupils by name; they alone see it, and not before its day', async () => {
    const page = await openClass('4e A');
    const pupil = await newDevice();
    await enterWithCard(pupil, cardOf(3, 5));
    const name = (await pupil.getByRole('banner').getByRole('strong').innerText()).trim();
    await page.getByLabel('Titre').fill('Pour toi seul');
    await page.getByRole('checkbox', { name: /^1\.1 / }).check();
    await page.getByRole('radio', { name: 'Des élèves que je choisis' }).check();
    await page.getByRole('button', give).click();
    await page.getByText('Cochez au moins un élève').waitFor();
    await page.getByText('Choisir les élèves').click();
    await page
      .getByRole('checkbox', { name: new RegExp(name) })
      .first()
      .check();
    await page.getByText('Longueur, durée, niveaux, premier jour').click();
    await page.getByLabel('Durée').selectOption('5');
    await page.getByRole('button', give).click();
    await page.waitForURL('**/evaluations/*');
    await pupil.reload();
    const card = pupil.getByRole('listitem').filter({ hasText: 'Pour toi seul' });
    expect(await card.innerText()).toContain('Tu as 5 minutes.');
    await card.getByRole('button').click();
    await pupil.waitForURL('**/epreuve/*');
    expect(await pupil.getByRole('main').innerText()).toContain('Il te reste environ 5 minutes.');
    await answerSomehow(pupil);
    expect(await waitForNext(pupil, 1)).toBe(2);

    const other = await newDevice();
    await enterWithCard(other, cardOf(3, 6));
    expect(await other.getByRole('main').innerText()).not.toContain('Pour toi seul');
  });

  it('is told what to mend where the days are the wrong way round', async () => {
    const page = await openClass('4e C');
    await page.getByLabel('Titre').fill('À l’envers');
    await page.getByRole('checkbox', { name: /^1\.1 / }).check();
    const day = (ahead: number) =>
      new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Dernier jour').fill(day(2));
    await page.getByText('Longueur, durée, niveaux, premier jour').click();
    await page.getByLabel('Premier jour').fill(day(4));
    await page.getByRole('button', give).click();
    await page.getByText('Le dernier jour ne peut pas être avant le premier').waitFor();
    expect(await page.getByRole('checkbox', { name: /^1\.1 / }).isChecked()).toBe(true);
    expect(await page.getByLabel('Premier jour').inputValue()).toBe(day(4));
  });
});
