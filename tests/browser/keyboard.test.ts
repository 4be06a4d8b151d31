import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { questionNumber, type ShownKind, shownKind, waitForNext } from './support/answering.ts';
import { cardOf, newDevice, useBrowser } from './support/browser.ts';
import { tabTo } from './support/keyboard.ts';

useBrowser();

const everyKind: readonly ShownKind[] = [
  'choice',
  'choices',
  'text',
  'number',
  'order',
  'match',
  'simulator',
];

/** Answers the question on the page with the keyboard alone and sends the answer. */
async function answerByKeyboard(page: Page): Promise<ShownKind> {
  const kind = await shownKind(page);
  switch (kind) {
    case 'simulator':
      await tabTo(page, '.window input[type=search], .window nav button, .window [role=gridcell]');
      if (await page.evaluate(() => document.activeElement?.matches('input, td') ?? false)) {
        await page.keyboard.type('je cherche');
      }
      await page.keyboard.press('Enter');
      break;
    case 'choice':
      await tabTo(page, 'input[type=radio]');
      await page.keyboard.press('Space');
      break;
    case 'choices':
      await tabTo(page, 'input[type=checkbox]');
      await page.keyboard.press('Space');
      break;
    case 'text':
      await tabTo(page, 'input[name=answer]');
      await page.keyboard.type('une réponse');
      break;
    case 'number':
      await tabTo(page, 'input[name=answer]');
      await page.keyboard.type('12,5');
      if ((await page.locator('select[name=unit]').count()) > 0) {
        await tabTo(page, 'select[name=unit]');
        await page.keyboard.press('ArrowDown');
      }
      break;
    case 'order':
      await tabTo(page, '.arrow.down');
      await page.keyboard.press('Enter');
      break;
    case 'slider':
      await tabTo(page, 'input[type=range]');
      await page.keyboard.press('ArrowRight');
      break;
    case 'groups': {
      const groups = await page.locator('fieldset fieldset').count();
      for (let group = 0; group < groups; group += 1) {
        await tabTo(page, 'input[type=radio]');
        await page.keyboard.press('Space');
      }
      break;
    }
    case 'lists': {
      const lists = await page.locator('select[name^="answer-"]').count();
      for (let list = 0; list < lists; list += 1) {
        await tabTo(page, 'select[name^="answer-"]');
        await page.keyboard.press('ArrowDown');
      }
      break;
    }
    case 'gaps': {
      const gaps = await page.locator('input[name^="answer-"]').count();
      for (let gap = 0; gap < gaps; gap += 1) {
        await tabTo(page, 'input[name^="answer-"]');
        await page.keyboard.type('mot');
      }
      break;
    }
    case 'match': {
      const lists = await page.locator('select[name^=match-]').count();
      for (let list = 0; list < lists; list += 1) {
        await tabTo(page, 'select[name^=match-]');
        for (let step = 0; step <= list; step += 1) await page.keyboard.press('ArrowDown');
      }
      break;
    }
  }
  await tabTo(page, 'form:has(fieldset) > button');
  await page.keyboard.press('Enter');
  return kind;
}

it('every kind of item is answered, and a practice ended, by the keyboard alone', async () => {
  const page = await newDevice();
  await page.goto('/entrer');
  await tabTo(page, 'input[name=carte]');
  await page.keyboard.type(cardOf(1, 11));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/eleve');

  const met = new Set<ShownKind>();
  for (const competence of ['1.1', '1.2', '1.3', '4.2']) {
    if (everyKind.every((kind) => met.has(kind))) break;
    await page.goto('/eleve');
    await tabTo(page, `button[name=competence][value='${competence}']`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/epreuve/*');
    let asked: number | null = await questionNumber(page);
    while (asked !== null) {
      met.add(await answerByKeyboard(page));
      await page.locator('form[method=get] > button').waitFor();
      await tabTo(page, 'form[method=get] > button');
      await page.keyboard.press('Enter');
      asked = await waitForNext(page, asked);
    }
    await tabTo(page, "a[href*='/resultat/']");
    await page.keyboard.press('Enter');
    await page.waitForURL('**/resultat/*');
  }
  // Others may come, as the draw has it: tests/browser/item-kinds.test.ts tries each.
  expect(everyKind.filter((kind) => !met.has(kind))).toEqual([]);
}, 240_000);
