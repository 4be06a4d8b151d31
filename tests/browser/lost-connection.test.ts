import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerSomehow, questionNumber, waitForNext } from './support/answering.ts';
import { cardOf, enterWithCard, newDevice, useBrowser } from './support/browser.ts';

useBrowser();

const CLASS_B = 1;
const KEPT = 'Ta réponse est gardée sur cet appareil';

async function beginTest(page: Page, rank: number): Promise<string> {
  await enterWithCard(page, cardOf(CLASS_B, rank));
  await page.getByRole('button', { name: /Commencer.*Ranger et retrouver/s }).click();
  await page.waitForURL('**/epreuve/*');
  await answerSomehow(page);
  expect(await waitForNext(page, 1)).toBe(2);
  return page.url().split('/').at(-1) ?? '';
}

/** How many answers the API holds of the attempt that the page's pupil sits. */
async function answersKept(page: Page, attemptId: string): Promise<number> {
  const reply = await page.request.get(`/api/attempts/${attemptId}`);
  const view: { progress: { answered: number } } = await reply.json();
  return view.progress.answered;
}

describe('when the connection drops in the middle', () => {
  it('the answer waits on the device, says so, and is sent once when the connection is back', async () => {
    const page = await newDevice();
    const attemptId = await beginTest(page, 6);
    await page.context().setOffline(true);
    await answerSomehow(page);
    await page.getByText(KEPT).waitFor();
    expect(await questionNumber(page)).toBe(2);

    await page.context().setOffline(false);
    expect(await waitForNext(page, 2)).toBe(3);
    expect(await answersKept(page, attemptId)).toBe(2);
  });

  it('an answer whose acknowledgement was lost counts once', async () => {
    const page = await newDevice();
    const attemptId = await beginTest(page, 7);
    let lost = 0;
    await page.route('**/responses', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      // The server keeps the answer; its reply never arrives.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await answerSomehow(page);
    expect(await waitForNext(page, 2)).toBe(3);
    expect(lost).toBe(1);
    expect(await answersKept(page, attemptId)).toBe(2);
  });

  it('the answer outlives the page: it leaves when the pupil comes back', async () => {
    const page = await newDevice();
    const attemptId = await beginTest(page, 8);
    await page.route('**/responses', (route) => route.abort('internetdisconnected'));
    await answerSomehow(page);
    await page.getByText(KEPT).waitFor();
    await page.close();

    const later = await page.context().newPage();
    await later.goto(`/eleve/epreuve/${attemptId}`);
    expect(await waitForNext(later, 2)).toBe(3);
    expect(await answersKept(later, attemptId)).toBe(2);
  });

  it('the answer also leaves from the home page', async () => {
    const page = await newDevice();
    const attemptId = await beginTest(page, 9);
    await page.route('**/responses', (route) => route.abort('internetdisconnected'));
    await answerSomehow(page);
    await page.getByText(KEPT).waitFor();
    await page.close();

    const later = await page.context().newPage();
    await later.goto('/eleve');
    await later.getByText('La réponse qui attendait est bien partie.').waitFor();
    expect(await answersKept(later, attemptId)).toBe(2);
  });

  it('the server’s refusal for a while loses nothing either', async () => {
    const page = await newDevice();
    const attemptId = await beginTest(page, 10);
    let refused = 0;
    await page.route('**/responses', (route) => {
      if (refused >= 2) return route.continue();
      refused += 1;
      return route.fulfill({ status: 503, body: 'busy' });
    });
    await answerSomehow(page);
    expect(await waitForNext(page, 2)).toBe(3);
    expect(refused).toBe(2);
    expect(await answersKept(page, attemptId)).toBe(2);
  });
});
