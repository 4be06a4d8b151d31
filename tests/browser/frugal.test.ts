import { describe, it } from 'vitest';
import { answerSomehow, questionNumber, waitForNext } from './support/answering.ts';
import {
  cardOf,
  enterWithCard,
  newDevice,
  product,
  showCard,
  useBrowser,
} from './support/browser.ts';
import { expectLight, weigh } from './support/weight.ts';

useBrowser();

describe('a pupil’s pages are light', () => {
  it('the first page and the one to enter', async () => {
    const page = await newDevice();
    for (const path of ['/', '/entrer']) expectLight(await weigh(page, path), path);
  });

  it('the pictures of a card', async () => {
    const page = await newDevice();
    await showCard(page, product.pictureCard.words);
    await page.waitForURL('**/entrer/images');
    expectLight(await weigh(page, '/entrer/images'), '/entrer/images');
  });

  it('home, the pupil’s own data, every question of a test, and its result', async () => {
    const page = await newDevice();
    await enterWithCard(page, cardOf(1, 12));
    expectLight(await weigh(page, '/eleve'), '/eleve');
    expectLight(await weigh(page, '/eleve/mes-donnees'), '/eleve/mes-donnees');
    await page.goto('/eleve');
    await page.getByRole('button', { name: /Commencer.*Ranger et retrouver/s }).click();
    await page.waitForURL('**/epreuve/*');
    const sitting = new URL(page.url()).pathname;
    let asked: number | null = await questionNumber(page);
    while (asked !== null) {
      expectLight(await weigh(page, sitting), `question ${asked}`);
      await answerSomehow(page);
      asked = await waitForNext(page, asked);
    }
    const result = sitting.replace('/epreuve/', '/resultat/');
    expectLight(await weigh(page, result), 'result');
    expectLight(await weigh(page, '/eleve'), '/eleve after a test');
  }, 240_000);
});
