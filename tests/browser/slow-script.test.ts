import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answerSomehow, questionNumber, shownKind, waitForNext } from './support/answering.ts';
import { cardOf, enterWithCard, newDevice, useBrowser } from './support/browser.ts';

useBrowser();

/** Opens a page whose script is held back; gives the function that lets it go and waits for it. */
async function openBeforeScript(page: Page, path: string): Promise<() => Promise<void>> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return async () => {
    open();
    await page.waitForLoadState('networkidle');
    await page.unroute('**/*.js');
  };
}

it('keeps what was typed before the script arrived', async () => {
  const page = await newDevice();
  const letScriptCome = await openBeforeScript(page, '/entrer');
  await page.getByLabel('Les mots de ta carte').fill('tapés avant');
  await letScriptCome();
  expect(await page.getByLabel('Les mots de ta carte').inputValue()).toBe('tapés avant');
});

it('keeps an answer that was given before the script arrived, whatever the kind', async () => {
  const page = await newDevice();
  await enterWithCard(page, cardOf(1, 15));
  const form = page.locator('form:has(fieldset)').first();
  const keeps = new Set<string>(['choice', 'choices', 'match', 'text', 'number']);
  const tried = new Set<string>();
  // Which kinds a sitting asks is drawn: another sitting brings those that one had not.
  for (const competence of ['1.2', '4.2', '1.3']) {
    if (tried.size >= 3) break;
    await page.goto('/eleve');
    await page.locator(`button[name=competence][value='${competence}']`).click();
    await page.waitForURL('**/epreuve/*');
    let asked = await questionNumber(page);
    while (asked !== null) {
      const kind = await shownKind(page);
      if (!tried.has(kind) && keeps.has(kind)) {
        tried.add(kind);
        const letScriptCome = await openBeforeScript(page, page.url());
        if (kind === 'choice' || kind === 'choices') {
          await form.locator('input[name=answer]').nth(1).check();
          await letScriptCome();
          expect(await form.locator('input[name=answer]').nth(1).isChecked(), kind).toBe(true);
        } else if (kind === 'match') {
          const list = form.locator('select').first();
          const [chosen] = await list.selectOption({ index: 2 });
          await letScriptCome();
          expect(await list.inputValue(), kind).toBe(chosen);
        } else {
          await form.locator('input[name=answer]').fill('7');
          await letScriptCome();
          expect(await form.locator('input[name=answer]').inputValue(), kind).toBe('7');
        }
      }
      await answerSomehow(page);
      await page.getByRole('button', { name: 'Question suivante' }).click();
      asked = await waitForNext(page, asked);
    }
  }
  expect(tried.size).toBeGreaterThanOrEqual(3);
}, 240_000);
