import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { answerSomehow, questionNumber, waitForNext } from '../tests/browser/support/answering.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { type DemoProduct, serveDemo } from '../tests/support/demo-product.ts';

/** `npm run screenshots`: takes the README's pictures from the running product. */
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const DESKTOP = { width: 1280, height: 1250 };
const TABLET = { width: 820, height: 1080 };

mkdirSync(folder, { recursive: true });
const { product, stop } = await serveDemo('pictures');
const browser = await launchChromium();
try {
  await takePupil(browser, product);
  await takeTeacher(browser, product);
  await takeInspector(browser, product);
} finally {
  await browser.close();
  await stop();
}

async function device(from: Browser, viewport: typeof DESKTOP): Promise<Page> {
  const context = await from.newContext({
    baseURL: product.origin,
    locale: 'fr-FR',
    viewport,
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load');
  await page.screenshot({ path: `${folder}${name}.png` });
  console.log(`docs/pictures/${name}.png`);
}

async function takePupil(from: Browser, { cards }: DemoProduct): Promise<void> {
  const page = await device(from, TABLET);
  const [card = ''] = cards;
  await page.goto('/entrer');
  await page.getByLabel('Les mots de ta carte').fill(card);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL('**/eleve');
  await take(page, 'pupil-home');
  await page
    .getByRole('button', { name: /Commencer/ })
    .first()
    .click();
  await page.waitForURL('**/epreuve/*');
  let asked = await questionNumber(page);
  await take(page, 'pupil-question');
  while (asked !== null) {
    await answerSomehow(page);
    asked = await waitForNext(page, asked);
  }
  await page.goto('/eleve');
  await page
    .getByRole('link', { name: /Voir ce que j’ai montré.*Chercher/s })
    .first()
    .click();
  await page.waitForURL('**/resultat/*');
  await take(page, 'pupil-result');
}

async function staff(page: Page, { email, password }: DemoProduct['teacher']): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

async function takeTeacher(from: Browser, { teacher }: DemoProduct): Promise<void> {
  const page = await device(from, DESKTOP);
  await staff(page, teacher);
  await page.getByRole('link', { name: '6e A' }).click();
  await page.waitForURL('**/classes/*');
  await take(page, 'teacher-class');
  await page.locator("a[href*='/enseignant/evaluations/']").first().click();
  await page.waitForURL('**/evaluations/*');
  await page.getByText('En direct').waitFor();
  await take(page, 'teacher-watching');
}

async function takeInspector(from: Browser, { inspector }: DemoProduct): Promise<void> {
  const page = await device(from, DESKTOP);
  await staff(page, inspector);
  await page.waitForURL('**/inspection');
  await take(page, 'inspector-cohort');
}
