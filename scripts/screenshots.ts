import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { answerSomehow, questionNumber, waitForNext } from '../tests/browser/support/answering.ts';
import { letters } from '../packages/rosters/src/testing/pupils.ts';
import { latin9, siecleXml } from '../packages/rosters/src/testing/written-files.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { type DemoProduct, serveDemo } from '../tests/support/demo-product.ts';

/** `npm run screenshots`: takes the README's pictures from the running product. */
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const DESKTOP = { width: 1280, height: 1250 };
const TABLET = { width: 820, height: 1080 };

/** Pupils of a class to import, and what may be wrong with a file. */
const newcomers = Array.from({ length: 26 }, (_, i) => ({
  id: String(5_000 + i),
  lastName: `Épicéa-${letters(i)}`,
  firstName: i % 2 === 0 ? 'Awa' : 'Malo',
  birthDate: i === 7 ? '' : '14/03/2015',
  ine: `${200_000_000 + i}AA`,
  mef: '10010012110',
  className: '6e D',
  groups: ['6e LATIN'],
}));

mkdirSync(folder, { recursive: true });
const { product, stop } = await serveDemo('pictures');
const browser = await launchChromium();
try {
  await takePupil(browser, product);
  await takeTeacher(browser, product);
  await takeSchool(browser, product);
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

async function takePupil(from: Browser, { cards, pictureCard }: DemoProduct): Promise<void> {
  const page = await device(from, TABLET);
  await page.goto('/entrer');
  await page.getByLabel('Les mots de ta carte').fill(pictureCard.words);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL('**/entrer/images');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'clé', exact: true }).click();
  await take(page, 'pupil-pictures');
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
  await page.getByText('Partir d’une séquence prête').click();
  await page.getByRole('link', { name: /^Remplir le formulaire : Se protéger/ }).click();
  await page.waitForURL('**sequence=**');
  await page.locator('#donner').evaluate((title) => title.scrollIntoView());
  await take(page, 'teacher-giving');
  await page.goBack();
  await page.locator("a[href*='/enseignant/evaluations/']").first().click();
  await page.waitForURL('**/evaluations/*');
  await page.getByText('En direct').waitFor();
  await take(page, 'teacher-watching');
  await page.goto('/enseignant');
  await page.getByRole('link', { name: '6e B' }).click();
  await page.getByRole('link', { name: 'Préparer le livret scolaire' }).click();
  await page.waitForURL('**/livret');
  await take(page, 'school-report');
}

async function takeSchool(from: Browser, { administrator }: DemoProduct): Promise<void> {
  const page = await device(from, { width: 1280, height: 1000 });
  await staff(page, administrator);
  await page.goto('/etablissement/import');
  await take(page, 'school-import');
  const content = latin9(siecleXml(newcomers, { uaj: '0699901A' }));
  await page.getByLabel('Fichier des élèves').setInputFiles({
    name: 'ElevesSansAdresses.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await page.waitForURL('**/import/*');
  await page.getByText('classes et groupes à créer').click();
  await take(page, 'school-preview');
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.waitForURL('**/etablissement?*');
  await page.getByRole('link', { name: '6e D', exact: true }).click();
  await page.waitForURL('**/classes/*');
  await take(page, 'school-cards');
  await page.goto('/etablissement/equipe');
  await take(page, 'school-staff');
  await page.goto('/etablissement/dossiers');
  await take(page, 'school-records');
  await page.goto('/compte');
  await page.getByRole('button', { name: 'Mettre en place' }).click();
  await page.getByRole('img', { name: 'Code QR de la clé' }).waitFor();
  await take(page, 'school-account');
}

async function takeInspector(from: Browser, { inspector }: DemoProduct): Promise<void> {
  const page = await device(from, DESKTOP);
  await staff(page, inspector);
  await page.waitForURL('**/inspection');
  await take(page, 'inspector-cohort');
  await page.goto('/inspection?mesure=moyenne');
  await take(page, 'inspector-means');
  await page.goto('/inspection/qualite');
  await take(page, 'inspector-quality');
}
