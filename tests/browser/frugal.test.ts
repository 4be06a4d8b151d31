import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerSomehow, questionNumber, waitForNext } from './support/answering.ts';
import {
  cardOf,
  enterWithCard,
  newDevice,
  product,
  showCard,
  useBrowser,
} from './support/browser.ts';

useBrowser();

const MOST_BYTES = 200 * 1024;
const MOST_REQUESTS = 15;
const MOST_NODES = 300;

interface Weight {
  requests: number;
  bytes: number;
  nodes: number;
}

/** What a page costs a device that has never seen it: bytes as they come over the line. */
async function weigh(page: Page, path: string): Promise<Weight> {
  // What the page before still asks for is not this page's.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  let requests = 0;
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const nodes = await page.evaluate(() => document.querySelectorAll('body *').length);
  await session.detach();
  return { requests, bytes, nodes };
}

function expectLight(weight: Weight, path: string): void {
  console.log(`${path}: ${weight.requests} requests, ${weight.bytes} bytes, ${weight.nodes} nodes`);
  expect(weight.requests, `${path}: requests`).toBeGreaterThan(0);
  expect(weight.requests, `${path}: requests`).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(weight.bytes, `${path}: bytes`).toBeLessThanOrEqual(MOST_BYTES);
  expect(weight.nodes, `${path}: nodes`).toBeLessThanOrEqual(MOST_NODES);
}

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
