import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

describe('the releases of the framework', () => {
  it('are compared, and each descriptor shows its items or that it has none', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto('/enseignant/galerie');
    await page.getByRole('link', { name: 'Voir les versions du référentiel' }).click();
    await page.waitForURL('**/referentiel');
    await page.getByLabel('Version à regarder').selectOption('1.3.0');
    await page.getByLabel('Comparée à').selectOption('1.2.0');
    await page.getByRole('button', { name: 'Regarder' }).click();
    await page.waitForURL('**release=1.3.0&before=1.2.0');
    const main = page.getByRole('main');
    expect(await main.innerText()).toMatch(/De la 1\.2\.0 à la 1\.3\.0\s+Des ajouts/);
    expect(await main.innerText()).toContain('Aucun résultat ne bougerait');
    await page.getByText('29 exercices ajoutés').click();
    await page.getByText('4.1-wifi-de-la-gare@1').waitFor();
    const security = page.locator('details', { hasText: '4.1 Sécuriser' });
    expect(await security.locator('summary').innerText()).toMatch(/9 exercices : trop peu/);
    await security.locator('summary').click();
    expect(await security.getByRole('row').count()).toBe(8);
    const programming = page.locator('details', { hasText: '3.4 Programmer' });
    expect(await programming.locator('summary').innerText()).toMatch(
      /aucun exercice, 9 descripteurs sans exercice/,
    );
    await expectAccessible(page);
  });

  it('tell what an older one changed in the meaning of results', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.goto('/enseignant/referentiel?release=1.1.0&before=1.0.0');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('Un changement de sens');
    expect(text).toContain('Les exercices à plusieurs points sont comptés autrement.');
  });
});
