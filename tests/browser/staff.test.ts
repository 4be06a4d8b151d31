import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

async function staffPage(options = {}) {
  const page = await newDevice(options);
  await enterAsStaff(page, product.administrator);
  await page.goto('/etablissement/equipe');
  return page;
}

describe('a school’s administrator', () => {
  it('invites a teacher, who comes in by the link and finds the classes', async () => {
    const page = await staffPage();
    await expectAccessible(page);
    await page.getByLabel('Prénom et nom').fill('Noa Saule');
    await page.getByLabel('Adresse professionnelle').fill('noa.saule');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText('Écrivez une adresse complète').waitFor();
    await page.getByLabel('Adresse professionnelle').fill('noa.saule@ecole.example');
    await page.getByRole('checkbox', { name: '6e B' }).check();
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    const link = await page.getByLabel('Lien', { exact: true }).inputValue();
    expect(link.startsWith(`${product.origin}/invitation/`)).toBe(true);
    await expectAccessible(page);

    const own = await newDevice();
    await own.goto('/demo/courrier');
    expect(await own.getByRole('main').innerText()).toContain(link);
    await expectAccessible(own);
    await own.goto(link);
    await expectAccessible(own);
    await own.getByLabel('Mot de passe').fill('noasaule2026');
    await own.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await own.getByText('Choisissez-en un autre').waitFor();
    await own.getByLabel('Mot de passe').fill('quatre mots sans rapport');
    await own.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await own.waitForURL('**/enseignant');
    expect(await own.locator('.tiles h2').allInnerTexts()).toEqual(['6e B']);

    const late = await newDevice();
    await late.goto(link);
    expect(await late.getByRole('main').innerText()).toContain('Ce lien ne sert plus');
  });

  it('says who teaches what, and removes whoever leaves', async () => {
    const page = await staffPage({ javaScriptEnabled: false });
    await page.getByLabel('Prénom et nom').fill('Sam Alisier');
    await page.getByLabel('Adresse professionnelle').fill('sam@ecole.example');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    const link = await page.getByLabel('Lien', { exact: true }).inputValue();
    const own = await newDevice();
    await own.goto(link);
    await own.getByLabel('Mot de passe').fill('écluse vélo ananas tulipe');
    await own.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await own.waitForURL('**/enseignant');
    expect(await own.getByRole('main').innerText()).toContain('Aucune classe ne vous est confiée');

    await page.goto('/etablissement/equipe');
    await page.getByRole('link', { name: 'Modifier le compte de Sam Alisier' }).click();
    await page.getByRole('checkbox', { name: '4e A' }).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    await own.reload();
    expect(await own.locator('.tiles h2').allInnerTexts()).toEqual(['4e A']);

    await page.getByText('Retirer Sam Alisier de l’établissement').click();
    await page.getByRole('button', { name: 'Retirer ce compte' }).click();
    await page.waitForURL('**/equipe');
    expect(await page.getByRole('main').innerText()).not.toContain('Sam Alisier');
    const again = await newDevice();
    await again.goto('/connexion');
    await again.getByLabel('Adresse électronique').fill('sam@ecole.example');
    await again.getByLabel('Mot de passe').fill('écluse vélo ananas tulipe');
    await again.getByRole('button', { name: 'Se connecter' }).click();
    await again.getByText('Vérifiez l’adresse et le mot de passe').waitFor();
  });

  it('sees a member’s page that everyone can use', async () => {
    const page = await staffPage();
    await page.getByRole('link', { name: /Modifier le compte de Dominique/ }).click();
    await page.getByRole('button', { name: 'Envoyer un lien' }).waitFor();
    await expectAccessible(page);
  });
});
