import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';

export const product = inject('product');

let browser: Browser;
const contexts: BrowserContext[] = [];

/** Opens one browser for the tests of a file; each test's devices are closed when it ends. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser.close());
}

/** A device of its own, with nothing remembered: in French unless asked otherwise. */
export async function newDevice(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** The card of the pupil of a rank in a class, both from 0. */
export function cardOf(classIndex: number, rank: number): string {
  const card = product.cards[classIndex * 24 + rank];
  if (card === undefined) throw new Error(`No pupil ${rank} in class ${classIndex}.`);
  return card;
}

/** Types the words of a card and sends them. */
export async function showCard(page: Page, card: string): Promise<void> {
  await page.goto('/entrer');
  await page.getByLabel('Les mots de ta carte').fill(card);
  await page.getByRole('button', { name: 'Entrer' }).click();
}

/** Signs a pupil in with the words of a card. */
export async function enterWithCard(page: Page, card: string): Promise<void> {
  await showCard(page, card);
  await page.waitForURL('**/eleve');
}

/** Signs a member of staff in. */
export async function enterAsStaff(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}
