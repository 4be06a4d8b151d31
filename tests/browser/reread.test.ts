import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoProduct, serveDemo } from '../support/demo-product.ts';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, enterWithCard, newDevice, useBrowser } from './support/browser.ts';

const BEFORE = '1.2.0';
const RESULTS_A_CLASS = 48;

let product: DemoProduct;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ product, stop } = await serveDemo('reread', { under: BEFORE }));
}, 120_000);
afterAll(() => stop());
useBrowser();

const picture = (page: Page) =>
  page.getByRole('table', { name: /Dernier résultat de chaque élève/ });

describe('a school whose results are of an earlier release', () => {
  it('finds them read again in the class, and as they were once that release is chosen', async () => {
    const page = await newDevice({ baseURL: product.origin });
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    const reread = picture(page).getByText(`relu de la ${BEFORE}`);
    expect(await reread.count()).toBe(RESULTS_A_CLASS);
    const levels = async () =>
      (await picture(page).getByRole('cell').allInnerTexts()).map((text) =>
        text.replace(/\s*relu de la .*/s, '').trim(),
      );
    const now = await levels();
    await expectAccessible(page);

    await page.getByLabel('Version du référentiel').selectOption(BEFORE);
    await page.getByRole('button', { name: 'Afficher', exact: true }).click();
    await page.waitForURL(`**release=${BEFORE}*`);
    expect(await reread.count()).toBe(0);
    expect(await levels()).toEqual(now);
    expect(await page.getByRole('main').innerText()).toContain(`selon la version ${BEFORE}`);
  });

  it('keeps showing a pupil what was told', async () => {
    const page = await newDevice({ baseURL: product.origin });
    await enterWithCard(page, product.cards[0] ?? '');
    expect(
      await page.getByRole('link', { name: /^Voir ce que j’ai montré/ }).count(),
    ).toBeGreaterThan(0);
  });

  it('shows a territory under the release it has results of', async () => {
    const page = await newDevice({ baseURL: product.origin });
    await enterAsStaff(page, product.inspector);
    expect(await page.getByRole('combobox', { name: 'Version' }).inputValue()).toBe(BEFORE);
    expect(await page.getByRole('main').innerText()).toMatch(/Sur environ \d+ élèves/);
  });
});
