import { describe, expect, it } from 'vitest';
import { answerSomehow, questionNumber, waitForNext } from './support/answering.ts';
import { expectStatementHolds } from './support/statements.ts';
import { cardOf, enterWithCard, newDevice, product, useBrowser } from './support/browser.ts';

useBrowser();

/** In this class the assessment 'Ranger et retrouver ses fichiers' waits for everyone. */
const CLASS_B = 1;

describe('a pupil', () => {
  it('signs in with a card, sits a test to its end, and reads what was shown', async () => {
    const page = await newDevice();
    await enterWithCard(page, cardOf(CLASS_B, 0));
    await page.getByRole('button', { name: /Commencer.*Ranger et retrouver/s }).click();
    await page.waitForURL('**/epreuve/*');

    let asked: number | null = await questionNumber(page);
    expect(asked).toBe(1);
    let answered = 0;
    while (asked !== null) {
      await answerSomehow(page);
      asked = await waitForNext(page, asked);
      answered += 1;
    }
    expect(answered).toBeGreaterThanOrEqual(8);
    expect(answered).toBeLessThanOrEqual(12);

    await page.getByRole('link', { name: 'Voir ce que j’ai montré' }).click();
    await page.waitForURL('**/resultat/*');
    const text = await page.getByRole('main').innerText();
    expect(text).toMatch(/chances sur 100/);
    expect(text).toMatch(/Ce que tu peux apprendre maintenant|Tu as montré tout/);
    expect(await page.locator('details').count()).toBeGreaterThanOrEqual(answered);
    const moves = page.getByRole('region', { name: 'Ce qui a fait bouger ton niveau' });
    expect(await moves.innerText()).toMatch(/Avant ces questions, on (te voyait|ne savait)/);
    const told = page.locator('summary', {
      hasText: /fait (un peu )?(monter|descendre)|presque rien/,
    });
    expect(await told.count()).toBe(answered);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger le relevé' }).click();
    await expectStatementHolds(await (await saving).path());

    await page.goto('/eleve');
    expect(await page.getByRole('main').innerText()).toMatch(
      /Déjà fait\s+Ranger et retrouver ses fichiers/,
    );
  });

  it('stops in the middle and goes on at the same question on another device', async () => {
    const card = cardOf(CLASS_B, 1);
    const tablet = await newDevice();
    await enterWithCard(tablet, card);
    await tablet.getByRole('button', { name: /Commencer.*Ranger et retrouver/s }).click();
    await tablet.waitForURL('**/epreuve/*');
    for (const asked of [1, 2]) {
      await answerSomehow(tablet);
      expect(await waitForNext(tablet, asked)).toBe(asked + 1);
    }
    const prompt = await tablet.getByRole('heading', { level: 2 }).last().innerText();
    await tablet.getByRole('link', { name: /M’arrêter/ }).click();
    await tablet.waitForURL('**/eleve');

    const computer = await newDevice();
    await enterWithCard(computer, card);
    await computer.getByRole('button', { name: /Continuer.*Ranger et retrouver/s }).click();
    await computer.waitForURL('**/epreuve/*');
    expect(await questionNumber(computer)).toBe(3);
    expect(await computer.getByRole('heading', { level: 2 }).last().innerText()).toBe(prompt);
  });

  it('practises, and reads after each answer why', async () => {
    const page = await newDevice();
    await enterWithCard(page, cardOf(CLASS_B, 2));
    await page.getByRole('button', { name: /M’entraîner.*Protéger ta vie privée/s }).click();
    await page.waitForURL('**/epreuve/*');
    await answerSomehow(page);
    const why = page.getByRole('heading', { name: /C’est juste|C’est en partie juste|Pas encore/ });
    await why.waitFor();
    await page.getByRole('button', { name: 'Question suivante' }).click();
    expect(await waitForNext(page, 1)).toBe(2);
  });

  it('is told in plain words that a card is not known', async () => {
    const page = await newDevice();
    await page.goto('/entrer');
    await page.getByLabel('Les mots de ta carte').fill('pas une carte');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.getByText('Relis les quatre mots de ta carte').waitFor();
    expect(await page.getByLabel('Les mots de ta carte').inputValue()).toBe('pas une carte');
  });

  it('sees nothing of another pupil’s attempt', async () => {
    const mine = await newDevice();
    await enterWithCard(mine, cardOf(CLASS_B, 3));
    await mine.getByRole('button', { name: /Commencer.*Ranger et retrouver/s }).click();
    await mine.waitForURL('**/epreuve/*');
    const theirs = await newDevice();
    await enterWithCard(theirs, cardOf(CLASS_B, 4));
    const answer = await theirs.goto(mine.url());
    expect(answer?.status()).toBe(404);
    expect(product.origin).toBe(new URL(theirs.url()).origin);
  });
});

describe('without script', () => {
  it('a whole practice can be sat, with feedback after each answer', async () => {
    const page = await newDevice({ javaScriptEnabled: false });
    await enterWithCard(page, cardOf(CLASS_B, 5));
    await page.getByRole('button', { name: /M’entraîner.*Chercher des informations/s }).click();
    let asked: number | null = await questionNumber(page);
    expect(asked).toBe(1);
    let answered = 0;
    while (asked !== null && answered < 20) {
      await answerSomehow(page);
      answered += 1;
      await page.getByRole('button', { name: 'Question suivante' }).click();
      asked = page.url().includes('/resultat/') ? null : await questionNumber(page);
    }
    expect(answered).toBeGreaterThanOrEqual(8);
    expect(page.url()).toContain('/resultat/');
    expect(await page.getByRole('main').innerText()).toMatch(/chances sur 100/);
  });
});
