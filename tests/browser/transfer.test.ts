import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

it('an administrator sends a record that another school asks for, and asks for one', async () => {
  const page = await newDevice();
  await enterAsStaff(page, product.administrator);
  await page.getByText('Un établissement vous demande le dossier d’un élève.').waitFor();
  await page.getByRole('link', { name: 'Dossiers d’élèves' }).first().click();
  await page.waitForURL('**/dossiers');
  await expectAccessible(page);
  const main = page.getByRole('main');
  expect(await main.innerText()).toMatch(/Parti le .*Demandé par Collège de la Gare/s);
  await page.getByRole('button', { name: /^Envoyer le dossier/ }).click();
  await page.getByText(/Le dossier est envoyé : \d+ test/).waitFor();
  expect(await page.getByRole('button', { name: /^Envoyer le dossier/ }).count()).toBe(0);

  await page.getByRole('button', { name: 'Demander les dossiers' }).click();
  await page.getByText('1 dossier est demandé.').waitFor();
  expect(await page.getByRole('table').innerText()).toContain('En attente');
  await expectAccessible(page);
  await page.goto('/etablissement/journal');
  expect(await main.innerText()).toContain('A demandé le dossier à un autre établissement');
});

it('works without script; nobody ticked is told', async () => {
  const page = await newDevice({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await enterAsStaff(page, product.administrator);
  await page.goto('/etablissement/dossiers');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
  const ask = page.getByRole('button', { name: 'Demander les dossiers' });
  if ((await ask.count()) === 0) return;
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await ask.click();
  await page.getByText('Cochez au moins un élève.').waitFor();
});
