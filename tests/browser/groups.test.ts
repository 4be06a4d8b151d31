import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';

useBrowser();

const nameError = 'Écrivez un nom de 100 caractères au plus';

/** The boxes of the pupils of a class, once its list is open. */
async function boxesOf(page: Page, className: string) {
  const list = page.locator('details', { hasText: new RegExp(`^\\s*${className} \\(`) });
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  return list.getByRole('checkbox');
}

const pupilsOnPage = (page: Page) =>
  page.getByRole('table', { name: /Dernier résultat de chaque élève/ }).getByRole('rowheader');

describe('a group that a teacher makes', () => {
  it.each([true, false])(
    'is made, given work, changed and ended (script: %s)',
    async (javaScriptEnabled) => {
      const [name, renamed] = [`Défi ${javaScriptEnabled}`, `Soutien ${javaScriptEnabled}`];
      const pupil = await newDevice();
      await enterWithCard(pupil, cardOf(5, javaScriptEnabled ? 7 : 9));
      const pupilName = (await pupil.getByRole('banner').getByRole('strong').innerText()).trim();

      const page = await newDevice({ javaScriptEnabled });
      await enterAsStaff(page, product.teacher);
      await page.getByRole('link', { name: 'Faire un groupe' }).click();
      await page.waitForURL('**/groupes/nouveau');
      const make = page.getByRole('button', { name: 'Faire ce groupe' });
      await make.click();
      await page.getByText(nameError).waitFor();
      await page.getByText('Cochez de 1 à 200 élèves').waitFor();
      if (javaScriptEnabled) await expectAccessible(page);

      // A refusal keeps what was typed and ticked.
      await page.getByLabel('Nom du groupe').fill('4e A');
      const sixth = await boxesOf(page, '6e B');
      await sixth.nth(0).check();
      const own = await boxesOf(page, '4e C');
      await own.and(page.getByLabel(pupilName)).first().check();
      const status = page.getByRole('main').getByRole('status');
      expect((await status.innerText()).trim()).toBe(javaScriptEnabled ? '2 élèves choisis' : '');
      await make.click();
      await page.getByText('Une de vos classes ou un de vos groupes porte déjà ce nom').waitFor();
      expect(await page.locator('input[name=eleve]:checked').count()).toBe(2);
      await page.getByLabel('Nom du groupe').fill(name);
      await make.click();
      await page.waitForURL('**/enseignant/classes/*');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`${name} (groupe)`);
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByLabel('Titre').fill(`Pour ${name}`);
      await page.getByRole('checkbox', { name: /^1\.1 / }).check();
      await page.getByRole('button', { name: 'Donner', exact: true }).click();
      await page.waitForURL('**/evaluations/*');
      await pupil.reload();
      await pupil
        .getByRole('listitem')
        .filter({ hasText: `Pour ${name}` })
        .waitFor();

      await page.goto('/enseignant');
      expect(
        await page
          .getByRole('region', { name: 'Vos groupes' })
          .getByRole('heading')
          .allInnerTexts(),
      ).toEqual(['Vos groupes', name]);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('link', { name: 'Changer ce groupe' }).click();
      await page.waitForURL('**/groupes/*');
      expect(await page.locator('input[name=eleve]:checked').count()).toBe(2);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Nom du groupe').fill(renamed);
      await (await boxesOf(page, '6e B')).nth(0).uncheck();
      const fourth = await boxesOf(page, '4e B');
      for (const rank of [0, 1]) await fourth.nth(rank).check();
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.waitForURL('**/enseignant/classes/*');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`${renamed} (groupe)`);
      expect(await pupilsOnPage(page).count()).toBe(3);

      await page.getByRole('link', { name: 'Changer ce groupe' }).click();
      await page.getByText(`Mettre fin à « ${renamed} »`).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Oui, mettre fin au groupe' }).click();
      await page.waitForURL(/\/enseignant$/);
      expect(await page.getByRole('main').innerText()).not.toContain(renamed);
      await pupil.reload();
      expect(await pupil.getByRole('main').innerText()).not.toContain(`Pour ${name}`);
    },
  );

  it('begins with the pupils that an address names', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto('/enseignant/groupes/nouveau');
    const boxes = await boxesOf(page, '6e A');
    const ids = await Promise.all([2, 5].map((rank) => boxes.nth(rank).getAttribute('value')));
    await page.goto(`/enseignant/groupes/nouveau?eleves=${[...ids, 'personne'].join(',')}`);
    const chosen = page.locator('input[name=eleve]:checked');
    expect(await chosen.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual(
      ids,
    );
    await page.getByRole('main').getByText('2 élèves choisis').waitFor();

    // As the class's picture does with the pupils of a level.
    await page.goto('/enseignant');
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    await page.goto(`${page.url()}?ordre=1.1&groupe=niveau`);
    const level = page.locator('tbody').first();
    const names = await level.locator('th[scope=row]').allInnerTexts();
    await level.getByRole('link', { name: /^Faire un groupe de ces élèves/ }).click();
    await page.waitForURL('**eleves=**');
    const labels = page.locator('label', { has: page.locator('input[name=eleve]:checked') });
    expect((await labels.allInnerTexts()).map((one) => one.trim()).toSorted()).toEqual(
      names.map((one) => one.trim()).toSorted(),
    );
  });

  it('is shared by the administrator, and what one changes does not undo what the other did', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto('/enseignant/groupes/nouveau');
    await page.getByLabel('Nom du groupe').fill('Club du midi');
    const boxes = await boxesOf(page, '6e A');
    for (const rank of [0, 1]) await boxes.nth(rank).check();
    await page.getByRole('button', { name: 'Faire ce groupe' }).click();
    await page.waitForURL('**/enseignant/classes/*');
    await page.getByRole('link', { name: 'Changer ce groupe' }).click();
    await page.waitForURL('**/groupes/*');

    const other = await newDevice();
    await enterAsStaff(other, product.administrator);
    await other.goto('/etablissement/equipe');
    await other.getByRole('link', { name: /Modifier le compte de Claude/ }).click();
    await other.getByRole('checkbox', { name: 'Club du midi (groupe)' }).check();
    await other.getByRole('checkbox', { name: '6e A' }).check();
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByText('C’est enregistré.').waitFor();
    await other.goto(page.url());
    await other.getByText('Ce groupe est partagé avec Dominique').waitFor();
    await (await boxesOf(other, '6e A')).nth(2).check();
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.waitForURL('**/enseignant/classes/*');

    // The first page was opened before that.
    await (await boxesOf(page, '6e A')).nth(0).uncheck();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL('**/enseignant/classes/*');
    expect(await pupilsOnPage(page).count()).toBe(2);

    await page.getByRole('link', { name: 'Changer ce groupe' }).click();
    await page.getByText('Il prend fin aussi pour Claude').waitFor();
    await page.getByText('Mettre fin à « Club du midi »').click();
    await page.getByRole('button', { name: 'Oui, mettre fin au groupe' }).click();
    await page.waitForURL(/\/enseignant$/);
    await other.goto('/etablissement/equipe');
    expect(await other.getByRole('main').innerText()).not.toContain('Club du midi');
    await other.getByRole('link', { name: /Modifier le compte de Claude/ }).click();
    await other.getByRole('checkbox', { name: '6e A' }).uncheck();
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByText('C’est enregistré.').waitFor();
  });
});
