import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { passagesOf } from '../../apps/web/src/lib/read-aloud/passages.ts';
import { expectAccessible } from './support/accessible.ts';
import { adaptedDevice, ticks } from './support/adapting.ts';
import { answerSomehow } from './support/answering.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';
import { giveVoice, hearOut, saidOn } from './support/fake-voice.ts';
import { pressName } from './support/keyboard.ts';

useBrowser();

const RANK = 21;

async function openQuestion(page: Page): Promise<void> {
  await page.goto('/eleve');
  await page.getByRole('button', { name: / : Protéger ta vie privée$/ }).click();
  await page.waitForURL('**/epreuve/*');
  await page.waitForLoadState('networkidle');
}

const listen = (page: Page) => page.getByRole('button', { name: /^Écouter/ });
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a pupil to whom questions are read', () => {
  it('hears the question and its answers, pauses, goes on and stops, by keyboard alone', async () => {
    const page = await adaptedDevice(RANK, [ticks.readAloud]);
    await giveVoice(page);
    await openQuestion(page);
    const prompt = plain(await page.locator('#consigne').innerText());
    await expectAccessible(page);

    await pressName(page, 'Écouter la question');
    const [first] = await saidOn(page);
    expect(prompt.startsWith(first ?? '-')).toBe(true);
    expect(await page.locator('#consigne').getAttribute('data-spoken')).toBe('');
    await expectAccessible(page);

    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Continuer', exact: true }).count()).toBe(1);
    await page.evaluate(() => window.endOfSentence());
    expect(await saidOn(page)).toEqual([first]);

    await page.keyboard.press('Enter');
    expect(await saidOn(page)).toEqual([first, first]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Arrêter', exact: true }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Écouter');

    await page.keyboard.press('Enter');
    const said = (await hearOut(page)).slice(2);
    expect(plain(said.join(' ')).startsWith(prompt)).toBe(true);
    const answers = await page.locator('form fieldset label:visible').allInnerTexts();
    for (const answer of answers) expect(said.join(' ')).toContain(plain(answer).slice(0, 40));
    expect(await page.locator('[data-spoken]').count()).toBe(0);
    await expectAccessible(page);
  });

  it('hears the document before the question, and the answers alone', async () => {
    const page = await adaptedDevice(RANK, [ticks.readAloud]);
    await giveVoice(page);
    await openQuestion(page);
    const all = page.getByRole('button', { name: 'Écouter le document' });
    for (let tries = 0; (await all.count()) === 0 && tries < 12; tries += 1) {
      await answerSomehow(page);
      await page.getByRole('button', { name: 'Question suivante' }).click();
      await page.getByRole('button', { name: 'Écouter la question' }).waitFor();
    }
    await all.click();
    const said = plain((await hearOut(page)).join(' '));
    const prompt = plain(await page.locator('#consigne').innerText());
    expect(said.indexOf(prompt.slice(0, 30))).toBeGreaterThan(0);
    await page.evaluate(() => window.saidAloud.splice(0));
    await page.getByRole('button', { name: 'Écouter les réponses' }).click();
    expect(plain((await hearOut(page)).join(' '))).not.toContain(prompt.slice(0, 30));
  });

  it('hears no more once the answer is sent, and may hear why', async () => {
    const page = await adaptedDevice(RANK, [ticks.readAloud]);
    await giveVoice(page);
    await openQuestion(page);
    await listen(page).first().click();
    const before = (await saidOn(page)).length;
    await answerSomehow(page);
    await page.getByRole('button', { name: 'Question suivante' }).waitFor();
    await page.evaluate(() => window.endOfSentence());
    expect((await saidOn(page)).length).toBe(before);
    await page.getByRole('button', { name: 'Écouter l’explication' }).click();
    const heading = plain(await page.locator('#retour').innerText());
    expect((await saidOn(page)).at(-1)).toBe(heading);
    await page.getByRole('button', { name: 'Question suivante' }).click();
    await page.locator('#retour').waitFor({ state: 'detached' });
    await page.evaluate(() => window.endOfSentence());
    expect((await saidOn(page)).at(-1)).toBe(heading);
  });

  it.each([
    [
      'no speech',
      (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis')),
    ],
    [
      'only a voice that sends away what it says',
      (page: Page) => giveVoice(page, { lang: 'fr-FR', localService: false }),
    ],
    ['no French voice', (page: Page) => giveVoice(page, { lang: 'en-GB', localService: true })],
  ])('has no button where the browser has %s', async (_, prepare) => {
    const page = await adaptedDevice(RANK, [ticks.readAloud]);
    await prepare(page);
    await openQuestion(page);
    expect(await page.getByRole('button', { name: 'Valider ma réponse' }).count()).toBe(1);
    expect(await listen(page).count()).toBe(0);
  });

  it('hears what there is to do, and what a test showed', async () => {
    const page = await adaptedDevice(RANK, [ticks.readAloud]);
    await giveVoice(page);
    await page.goto('/eleve');
    await page.getByRole('button', { name: 'Écouter ce que j’ai à faire' }).click();
    const heading = plain(await page.locator('#a-faire').innerText());
    expect((await hearOut(page))[0]).toBe(heading);
    await expectAccessible(page);

    await page.locator('a[href^="/eleve/resultat/"]').first().click();
    await page.waitForURL('**/eleve/resultat/*');
    const level = plain(await page.locator('#niveau').innerText());
    await page.getByRole('button', { name: 'Écouter mon résultat' }).click();
    const said = (await hearOut(page)).join(' ');
    expect(said).toContain(level);
    expect(said).toContain(plain(await page.locator('#acquis').innerText()));
    await expectAccessible(page);
  });

  it('has the question without script, and no button that would do nothing', async () => {
    const page = await adaptedDevice(RANK, [ticks.readAloud], { javaScriptEnabled: false });
    await openQuestion(page);
    expect(await page.locator('#consigne').count()).toBe(1);
    expect(await listen(page).count()).toBe(0);
  });
});

const partRead = z.object({ inOrder: z.boolean(), said: z.string(), shown: z.string() });

/** What a page says of its answers, beside what it shows of them. Runs in the page. */
function readPart(read: typeof passagesOf): z.infer<typeof partRead> {
  const part = document.querySelector('form > fieldset');
  if (!(part instanceof HTMLElement)) throw new Error('The page asks nothing.');
  const passages = read(part);
  const inOrder = passages.every(({ element }, index) => {
    const before = passages[index - 1]?.element;
    return (
      !before ||
      // Its own words after those of a part of it.
      element.contains(before) ||
      (element.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING) === 0
    );
  });
  const offered = [...part.querySelectorAll('option')].filter(
    (option) => option.value !== '' && option.closest('details:not([open])') === null,
  );
  return {
    inOrder,
    said: passages.map(({ text }) => text).join(' '),
    shown: `${part.innerText} ${offered.map(({ text }) => text).join(' ')}`,
  };
}

it('every kind of item is read whole, in its order', async () => {
  const page = await newDevice();
  await enterAsStaff(page, product.teacher);
  await page.goto('/enseignant/galerie');
  const firsts = await page
    .locator('main section')
    .evaluateAll((sections) =>
      sections.flatMap((section) => section.querySelector('li a')?.getAttribute('href') ?? []),
    );
  expect(firsts.length).toBeGreaterThanOrEqual(19);
  for (const path of firsts) {
    await page.goto(`${path}?seed=1`, { waitUntil: 'networkidle' });
    // As text: a page of ours lets nothing be made into script from inside.
    const read = partRead.parse(await page.evaluate(`(${readPart})(${passagesOf})`));
    const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const said = new Set(wordsOf(read.said));
    // What a list asks for before anything is chosen, and arrows' places, are no text of the item.
    const shown = wordsOf(read.shown).filter((word) => !/^\d$|^Choisis$/.test(word));
    expect(shown.length, path).toBeGreaterThan(0);
    expect(
      shown.filter((word) => !said.has(word)),
      path,
    ).toEqual([]);
    expect(read.inOrder, path).toBe(true);
  }
}, 240_000);
