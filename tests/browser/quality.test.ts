import { describe, expect, it } from 'vitest';
import { firstNames, lastNames } from '../../apps/api/src/demo/names.ts';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';
import { pressName, tabTo } from './support/keyboard.ts';

useBrowser();

const minimum = 100;

describe('an inspector reads what the test is worth', () => {
  it('in words, from a link of the first page on, in a new demo too', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await pressName(page, 'Que vaut le test');
    await page.waitForURL('**/inspection/qualite');
    const main = page.getByRole('main');
    const text = await main.innerText();
    expect(text).toMatch(
      /Sur environ \d+ élèves, le niveau donné est le bon environ \d fois sur 10/,
    );
    expect(text).toMatch(/Fidélité 0,\d\d/);
    expect(text).toContain('Jalon ne recueille pas le sexe des élèves');
    // Competences that few have sat are named, and nothing is said of them.
    expect(text).toMatch(/Rien n’est dit, faute de 100 élèves, dans les compétences : 1.2, 1.3/);
    for (const name of [...firstNames.slice(0, 10), ...lastNames.slice(0, 10)]) {
      expect(text).not.toContain(name);
    }
    // What stands folded is reached by the keyboard.
    await tabTo(page, 'summary');
    await page.keyboard.press('Enter');
    await page.locator('details[open]').first().waitFor();
  });

  it('with the figures of every picture in a table, counts never under the minimum', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.inspector);
    await page.goto('/inspection/qualite');
    for (const summary of await page.locator('details > summary').all()) await summary.click();
    const drawn = page.getByRole('img', { name: /Écarts entre groupes/ });
    await drawn.first().waitFor();
    const gaps = page.getByRole('region', { name: 'Écarts entre groupes en 1.1' });
    const counts = await gaps.getByRole('row').locator('td:last-child').allInnerTexts();
    expect(counts.length).toBeGreaterThan(5);
    for (const count of counts.flatMap((cell) => cell.split('/'))) {
      const answers = Number(count.replace(/\s/g, ''));
      expect(answers).toBeGreaterThanOrEqual(minimum);
      expect(answers % 5).toBe(0);
    }
    await expectAccessible(page);
  });

  it('without script, in dark colours and in English', async () => {
    const page = await newDevice({ javaScriptEnabled: false, locale: 'en-GB' });
    await enterAsStaffInEnglish(page);
    await page.goto('/inspection/qualite');
    const text = await page.getByRole('main').innerText();
    expect(text).toMatch(/the level given is the right one about \d times in 10/);
    expect(text).toContain('does not collect the sex of pupils');

    const dark = await newDevice({ colorScheme: 'dark' });
    await enterAsStaff(dark, product.inspector);
    await dark.goto('/inspection/qualite');
    await expectAccessible(dark);
  });

  it('alone: a teacher is not shown it', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.goto('/inspection/qualite');
    expect(new URL(page.url()).pathname).toBe('/enseignant');
    expect((await page.request.get('/api/quality')).status()).toBe(403);
  });
});

async function enterAsStaffInEnglish(page: Awaited<ReturnType<typeof newDevice>>): Promise<void> {
  await page.goto('/connexion');
  await page.locator('input[type=email]').fill(product.inspector.email);
  await page.locator('input[type=password]').fill(product.inspector.password);
  await page.locator('main form button').first().click();
  await page.waitForURL('**/inspection');
}
