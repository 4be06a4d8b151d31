import type { Page } from 'playwright-core';

/** The kinds of item, as a player's controls tell them apart. */
export type ShownKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'number'
  | 'order'
  | 'match'
  | 'slider'
  /** A choice for each of several elements. */
  | 'groups'
  /** A list in each gap of a text. */
  | 'lists'
  /** A word to type in each gap of a text. */
  | 'gaps'
  | 'simulator';

const form = (page: Page) => page.locator('form:has(fieldset)').first();

/** Which kind of item the page asks. */
export async function shownKind(page: Page): Promise<ShownKind> {
  const has = async (selector: string) => (await form(page).locator(selector).count()) > 0;
  if (await has('.pass input')) return 'simulator';
  const arriving = form(page).getByText('L’exercice arrive…');
  if ((await arriving.count()) > 0) await form(page).locator('.window').waitFor();
  if (await has('.window')) return 'simulator';
  if (await has('input[type=range]')) return 'slider';
  if (await has('input[type=radio][name^="answer-"]')) return 'groups';
  if (await has('select[name^="answer-"]')) return 'lists';
  if (await has('input[name^="answer-"]')) return 'gaps';
  if (await has('input[type=radio]')) return 'choice';
  if (await has('input[type=checkbox]')) return 'choices';
  if (await has('.arrow, select[name^=position-]')) return 'order';
  if (await has('select[name^=match-]')) return 'match';
  return (await has('input[inputmode=decimal]')) ? 'number' : 'text';
}

/** Fills in some answer by mouse and sends it. It is right only by luck. */
export async function answerSomehow(page: Page): Promise<void> {
  const kind = await shownKind(page);
  switch (kind) {
    case 'simulator':
      await doSomething(page);
      break;
    case 'choice':
      await form(page).locator('input[type=radio]').first().check();
      break;
    case 'choices':
      await form(page).locator('input[type=checkbox]').first().check();
      break;
    case 'text':
      await form(page).locator('input[name=answer]').fill('je ne sais pas');
      break;
    case 'number':
      await form(page).locator('input[name=answer]').fill('7');
      for (const select of await form(page).locator('select[name=unit]').all()) {
        await select.selectOption({ index: 1 });
      }
      break;
    case 'order':
      await arrange(page);
      break;
    case 'slider':
      await form(page).locator('input[type=range]').press('ArrowRight');
      break;
    case 'groups':
      for (const group of await form(page).locator('fieldset fieldset').all()) {
        await group.locator('input[type=radio]').first().check();
      }
      break;
    case 'lists':
      for (const list of await form(page).locator('select[name^="answer-"]').all()) {
        await list.selectOption({ index: 1 });
      }
      break;
    case 'gaps':
      for (const gap of await form(page).locator('input[name^="answer-"]').all()) {
        await gap.fill('mot');
      }
      break;
    case 'match':
      for (const [index, select] of (
        await form(page).locator('select[name^=match-]').all()
      ).entries()) {
        await select.selectOption({ index: index + 1 });
      }
      break;
  }
  await page.getByRole('button', { name: 'Valider ma réponse' }).click();
}

/** Does something in a simulator, which takes no log where nothing was done; or passes, without script. */
async function doSomething(page: Page): Promise<void> {
  const pass = form(page).locator('.pass input');
  if ((await pass.count()) > 0) return pass.check();
  const search = form(page).locator('.window input[type=search]');
  if ((await search.count()) > 0) {
    await search.fill('je cherche');
    await search.press('Enter');
    return;
  }
  const cell = form(page).locator('.window [role=gridcell]').last();
  if ((await cell.count()) > 0) {
    await cell.click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    return;
  }
  // A mailbox counts what is done to a message, not which folder is looked into.
  const message = form(page).locator('.window li button:has(.subject)').first();
  await (
    (await message.count()) > 0 ? message : form(page).locator('.window nav button').last()
  ).click();
}

/** With script a line moves by its arrows; without, each line has its place in a list. */
async function arrange(page: Page): Promise<void> {
  const places = await form(page).locator('select[name^=position-]').all();
  if (places.length === 0) {
    await form(page).locator('.arrow.down').first().click();
    return;
  }
  for (const [index, select] of places.entries()) await select.selectOption(String(index + 1));
}

/** The number of the question on the page; `null` once there is none. */
export async function questionNumber(page: Page): Promise<number | null> {
  const text = await page.getByRole('heading', { level: 1 }).innerText();
  const found = /^Question (\d+)/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** Waits until the page asks another question than that one, or none any more. */
export async function waitForNext(page: Page, asked: number): Promise<number | null> {
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasNotText: new RegExp(`Question ${asked}\\b`) })
    .waitFor();
  return questionNumber(page);
}
