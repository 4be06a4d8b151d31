import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { adapt, adaptedDevice, pupilIdOf, signedIn, ticks } from './support/adapting.ts';
import { answerSomehow, questionNumber, waitForNext } from './support/answering.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';
import { expectLight, weigh, type Weight } from './support/weight.ts';

useBrowser();

/** Pupils of the second class, each for one test. */
const rank = { said: 6, font: 7, layout: 17, both: 18, mate: 19 };

const needsOf = (page: Page) =>
  page.evaluate(() => document.documentElement.getAttribute('data-needs'));

async function practise(page: Page, name: RegExp): Promise<string> {
  await page.goto('/eleve');
  await page.getByRole('button', { name }).click();
  await page.waitForURL('**/epreuve/*');
  return new URL(page.url()).pathname;
}

/** Everything that a pupil of these needs looks at, question after question. */
async function expectPagesAccessible(page: Page): Promise<void> {
  await page.goto('/eleve');
  await expectAccessible(page);
  await page.goto('/eleve/mes-donnees');
  await expectAccessible(page);
  await practise(page, / : Chercher des informations$/);
  let asked: number | null = await questionNumber(page);
  while (asked !== null) {
    await expectAccessible(page);
    await answerSomehow(page);
    await page.getByRole('button', { name: 'Question suivante' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Question suivante' }).click();
    asked = await waitForNext(page, asked);
  }
  await page.getByRole('link', { name: 'Voir ce que j’ai montré' }).click();
  await page.waitForURL('**/resultat/*');
  await expectAccessible(page);
}

describe('what Jalon adapts for a pupil', () => {
  it.each([true, false])(
    'is said by their teacher and read by the pupil (with script: %s)',
    async (javaScriptEnabled) => {
      const pupilId = await pupilIdOf(1, rank.said);
      const teacher = await adapt(pupilId, [ticks.extraTime, ticks.simpleLayout], {
        javaScriptEnabled,
      });
      await expectSaid(teacher, [ticks.extraTime, ticks.simpleLayout]);
      if (javaScriptEnabled) await expectAccessible(teacher);

      const pupil = await newDevice({ javaScriptEnabled });
      await enterWithCard(pupil, cardOf(1, rank.said));
      await pupil.goto('/eleve/mes-donnees');
      const own = pupil.getByRole('region', { name: 'Ce que Jalon adapte pour toi' });
      expect(await own.getByRole('listitem').count()).toBe(2);
      expect(await own.innerText()).toMatch(/un de tes enseignants qui l’a demandé, le \d/);
      const looks = pupil.getByRole('region', { name: 'Qui a regardé tes résultats' });
      expect(await looks.innerText()).toContain('a dit ce que Jalon adapte pour toi');

      await adapt(pupilId, [], { javaScriptEnabled });
      await pupil.reload();
      expect(await own.count()).toBe(0);
    },
  );

  it('is on no page of a teacher’s that might hang on a wall', async () => {
    const pupilId = await pupilIdOf(1, rank.said);
    const page = await adapt(pupilId, Object.values(ticks));
    const { name } = await signedInAsPupil(rank.said);
    const classLink = page.locator("a[href*='/enseignant/classes/']").first();
    const path = (await classLink.getAttribute('href')) ?? '';
    const paths = [
      path,
      `/enseignant/eleves/${pupilId}`,
      `/enseignant/eleves/${pupilId}/entretien`,
    ];
    await page.goto(path);
    const live = page.locator("a[href*='/enseignant/evaluations/']").first();
    paths.push((await live.getAttribute('href')) ?? '');
    for (const each of paths) {
      await page.goto(each);
      const html = await page.content();
      expect(html, each).toContain(name);
      expect(html, each).not.toMatch(/extra-time|read-aloud|readable-font|simple-layout/);
      expect(await page.getByRole('checkbox', { name: ticks.readAloud }).count()).toBe(0);
    }
    await adapt(pupilId, []);
  });
});

async function expectSaid(page: Page, names: readonly string[]): Promise<void> {
  const boxes = page.getByRole('region', { name: 'Ce que Jalon adapte' }).getByRole('checkbox');
  const checked = [];
  for (const box of await boxes.all()) if (await box.isChecked()) checked.push(box);
  expect(checked).toHaveLength(names.length);
  for (const name of names) {
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true);
  }
}

async function signedInAsPupil(of: number) {
  const page = await newDevice();
  await enterWithCard(page, cardOf(1, of));
  return signedIn(page);
}

describe('letters that are easy to tell apart', () => {
  const fontOf = (page: Page) =>
    page.evaluate(() => {
      const { fontFamily, letterSpacing, wordSpacing } = getComputedStyle(document.body);
      const { letterSpacing: ofButtons } = getComputedStyle(
        document.querySelector('main button') ?? document.body,
      );
      return { fontFamily, letterSpacing, wordSpacing, ofButtons };
    });

  it.each([true, false])('are on every page, wider apart (with script: %s)', async (withScript) => {
    const page = await adaptedDevice(rank.font, [ticks.readableFont], {
      javaScriptEnabled: withScript,
    });
    for (const path of ['/eleve', '/eleve/mes-donnees']) {
      await page.goto(path);
      expect(await needsOf(page)).toBe('readable-font');
      const { fontFamily, letterSpacing, wordSpacing, ofButtons } = await fontOf(page);
      expect(fontFamily).toMatch(/^"Jalon Lecture"/);
      expect(Number.parseFloat(letterSpacing)).toBeGreaterThan(0);
      expect(Number.parseFloat(wordSpacing)).toBeGreaterThan(Number.parseFloat(letterSpacing));
      expect(ofButtons).toBe(letterSpacing);
    }
    await practise(page, / : Chercher des informations$/);
    expect(await needsOf(page)).toBe('readable-font');
    expect((await fontOf(page)).fontFamily).toMatch(/^"Jalon Lecture"/);
    const loaded = await page.evaluate(async () => {
      const faces = await document.fonts.ready;
      return [...faces].map(({ weight, status }) => `${weight} ${status}`).sort();
    });
    expect(loaded).toEqual(['400 loaded', '700 loaded']);
  });

  it('keep the pages light', async () => {
    const page = await adaptedDevice(rank.font, [ticks.readableFont]);
    for (const path of ['/eleve', '/eleve/mes-donnees']) {
      const weight = await weigh(page, path);
      expectLight(weight, `${path}, readable font`);
      expect(fontsOf(weight)).toHaveLength(2);
    }
    // A question is come to from the first page, which has brought the fonts.
    const sitting = await practise(page, / : Chercher des informations$/);
    const weight = await weigh(page, sitting);
    const requests = weight.requests - fontsOf(weight).length;
    expectLight({ ...weight, requests }, 'a question, readable font');
  });
});

const fontsOf = ({ urls }: Weight) => urls.filter((url) => url.endsWith('.woff2'));

describe('a simple layout', () => {
  it.each([true, false])('is one column, larger (with script: %s)', async (withScript) => {
    const page = await adaptedDevice(rank.layout, [ticks.simpleLayout], {
      javaScriptEnabled: withScript,
      viewport: { width: 1280, height: 900 },
    });
    expect(await needsOf(page)).toBe('simple-layout');
    expect(await page.locator('svg.drawing:visible').count()).toBe(0);
    const lefts = await page
      .locator('.tiles > li')
      .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
    const size = await page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.body).fontSize),
    );
    expect(size).toBeGreaterThanOrEqual(20);
    await practise(page, / : Chercher des informations$/);
    expect(await page.getByRole('contentinfo').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Valider ma réponse' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Arrêter' }).count()).toBeLessThanOrEqual(1);
  });
});

it('large letters in a simple layout break no page, axe says, nor 320 px', async () => {
  const page = await adaptedDevice(rank.both, [ticks.readableFont, ticks.simpleLayout]);
  expect(await needsOf(page)).toBe('readable-font simple-layout');
  await expectPagesAccessible(page);
}, 240_000);

it('no kind of item is broken by large letters in a simple layout', async () => {
  const page = await newDevice({ viewport: { width: 360, height: 740 } });
  await enterAsStaff(page, product.teacher);
  await page.goto('/enseignant/galerie');
  const firsts = await page
    .locator('main section')
    .evaluateAll((sections) =>
      sections.flatMap((section) => section.querySelector('li a')?.getAttribute('href') ?? []),
    );
  expect(firsts.length).toBeGreaterThanOrEqual(19);
  for (const path of firsts) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      document.documentElement.dataset['needs'] = 'readable-font simple-layout';
    });
    await page.evaluate(() => document.fonts.ready);
    await expectAccessible(page);
  }
}, 240_000);

it('a classmate’s pages have none of it', async () => {
  const mate = await newDevice();
  await enterWithCard(mate, cardOf(1, rank.mate));
  const before = await weigh(mate, '/eleve');
  await adapt(await pupilIdOf(1, rank.font), Object.values(ticks));
  for (const path of [
    '/eleve',
    '/eleve/mes-donnees',
    await practise(mate, / : Chercher des informations$/),
  ]) {
    const { urls } = await weigh(mate, path);
    expect(urls.filter((url) => /woff2/.test(url))).toEqual([]);
    expect(await needsOf(mate)).toBeNull();
    expect(await mate.content()).not.toMatch(
      /data-needs|read-aloud|readable-font|simple-layout|Jalon adapte/,
    );
    expect(await mate.getByRole('button', { name: /^Écouter/ }).count()).toBe(0);
  }
  const after = await weigh(mate, '/eleve');
  expect(after.requests).toBe(before.requests);
});
