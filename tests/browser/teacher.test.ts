import { readFileSync } from 'node:fs';
import { routes } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { expectStatementHolds } from './support/statements.ts';
import { answerSomehow, waitForNext } from './support/answering.ts';
import {
  cardOf,
  enterAsStaff,
  enterWithCard,
  newDevice,
  product,
  useBrowser,
} from './support/browser.ts';

useBrowser();

const PUPILS_A_CLASS = 24;

describe('a teacher', () => {
  it('sees the class as pupils by competences, then one pupil, then every response and why', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    const table = page.getByRole('table', { name: /Dernier résultat de chaque élève/ });
    expect(await table.getByRole('rowheader').count()).toBe(PUPILS_A_CLASS);
    const cell = await table.getByRole('cell').first().innerText();
    expect(cell).toMatch(/\d/);
    const { release } = routes.health.response.parse(
      await (await fetch(`${product.origin}/api/health`)).json(),
    );
    const main = await page.getByRole('main').innerText();
    expect(main).toContain(`version ${release} du référentiel CRCN, empreinte `);

    const taking = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger ce tableau (CSV)' }).click();
    const taken = readFileSync(await (await taking).path(), 'utf8');
    expect(taken.trim().split('\n').length).toBeGreaterThan(PUPILS_A_CLASS);

    await table.getByRole('rowheader').first().getByRole('link').click();
    await page.waitForURL('**/eleves/*');
    expect(await page.getByRole('main').innerText()).toContain(
      'Cette consultation est enregistrée',
    );
    await page.getByRole('link', { name: 'Préparer l’entretien avec la famille' }).click();
    await page.waitForURL('**/entretien');
    expect(await page.getByRole('main').innerText()).toMatch(
      /Tu as montré que tu sais|Rien encore dans ce test/,
    );
    await expectAccessible(page);
    await page.goBack();
    await page.waitForURL(/eleves\/[^/]+$/);
    await page.locator("a[href*='/enseignant/essais/']").first().click();
    await page.waitForURL('**/essais/*');
    const answers = page.locator('details');
    for (const answer of await answers.all()) {
      if ((await answer.getAttribute('open')) === null) await answer.locator('summary').click();
    }
    const review = await page.getByRole('main').innerText();
    expect(review).toMatch(/chances sur 100/);
    expect(review).toMatch(/Erreur type|erreur type/i);
    expect(review).toMatch(/Avant la première réponse : niveau \d .*Après la dernière : niveau \d/);
    const path = page.getByRole('img', { name: /Capacité estimée de .* en \d+ réponses/ });
    // A dot before the first answer and one after each.
    const rows = page.getByRole('table', { name: /L’estimation après chaque réponse/ });
    expect(await path.locator('circle').count()).toBe(await rows.getByRole('row').count());

    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger le relevé' }).click();
    await expectStatementHolds(await (await saving).path());
  });

  it('puts the class in order of who needs help in a competence, and shows it that way again', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    const table = page.getByRole('table', { name: /Dernier résultat de chaque élève/ });
    const names = () => table.getByRole('rowheader').allInnerTexts();
    const byName = await names();
    const order = page.getByLabel('Ordre des élèves');
    const [, code = ''] = await order
      .locator('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    await order.selectOption(code);
    await page.getByRole('button', { name: 'Afficher', exact: true }).click();
    await page.waitForURL(`**ordre=${code}*`);
    const byNeed = await names();
    expect([...byNeed].sort()).toEqual([...byName].sort());
    expect(byNeed).not.toEqual(byName);
    expect(await order.inputValue()).toBe(code);
    expect(await table.locator('th[aria-sort=ascending]').innerText()).toContain(code);
    const levels = (await table.locator('tbody tr').all()).map((row) =>
      row.getByRole('cell').first().innerText(),
    );
    const steps = (await Promise.all(levels)).map((text) => Number(/\d/.exec(text)?.[0] ?? 9));
    expect(steps.at(0)).toBe(Math.min(...steps));
    expect(steps.at(-1)).toBe(Math.max(...steps));
    await expectAccessible(page);
  });

  it('sees the class through DigComp, results only where the two frameworks correspond', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    await page.getByRole('link', { name: 'Voir la classe selon DigComp 3.0' }).click();
    await page.waitForURL('**/digcomp');
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(21);
    const searching = page.locator('li', {
      has: page.getByRole('heading', { name: /^1\.1 Browsing/ }),
    });
    expect(await searching.first().innerText()).toMatch(
      /une partie de 1\.1 du CRCN\s+\d+ élèves? au niveau \d/,
    );
    const programming = page.locator('li', {
      has: page.getByRole('heading', { name: /^3\.4 Computational/ }),
    });
    expect(await programming.first().innerText()).toContain('3.4 : pas encore de résultat');
    expect(await page.getByRole('main').innerText()).toContain('CC BY-SA 4.0');
  });

  it('prepares the school report: proposals by the rule, and the last word', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e C' }).click();
    await page.waitForURL('**/classes/*');
    await page.getByRole('link', { name: 'Préparer le livret scolaire' }).click();
    await page.waitForURL('**/livret');
    await expectAccessible(page);
    const row = page.getByRole('row').nth(1);
    expect(await row.innerText()).toMatch(/[123], proposé : \d+ chances sur 100/);
    const name = await row.getByRole('rowheader').innerText();
    await row.getByRole('link').click();
    await page.getByLabel(/^1\.1 /).selectOption('3');
    await page.getByLabel(/^2\.1 /).selectOption('0');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer ces positions' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    expect(await row.innerText()).toContain('3, choisi par l’enseignant');
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger le tableau (CSV)' }).click();
    const table = readFileSync(await (await saving).path(), 'utf8');
    expect(table).toMatch(/^\uFEFFELEVE,CN_INF_MEN,/);
    expect(table).toContain(`${name},3,`);
    await page.goto(page.url().replace(/livret.*$/, 'livret?eleve=x'));
    expect(await page.getByRole('button', { name: 'Enregistrer ces positions' }).count()).toBe(0);
  });

  it('gives an assessment and watches who is where while it runs', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e B' }).click();
    await page.waitForURL('**/classes/*');
    await page.getByLabel('Titre').fill('Trier pour la sortie');
    await page.getByRole('checkbox', { name: /^1\.3 / }).check();
    await page.getByRole('button', { name: 'Donner', exact: true }).click();
    await page.waitForURL('**/evaluations/*');
    await page.getByText('En direct').waitFor();
    const main = page.getByRole('main');
    expect(await main.innerText()).not.toMatch(/1 réponse sur/);

    const pupil = await newDevice();
    await enterWithCard(pupil, cardOf(1, 16));
    const name = (await pupil.getByRole('banner').getByRole('strong').innerText()).trim();
    await pupil.getByRole('button', { name: /Commencer.*Trier pour la sortie/s }).click();
    await pupil.waitForURL('**/epreuve/*');
    const row = main.getByRole('listitem').filter({ hasText: name }).first();
    await row.getByText('En cours').waitFor();
    await answerSomehow(pupil);
    expect(await waitForNext(pupil, 1)).toBe(2);
    // Nobody touched the teacher's page: the news came by themselves.
    await row.getByText(/1 réponse sur 12 au plus/).waitFor();
    await page.getByText('Personne n’a l’air bloqué').waitFor();

    await page.getByRole('link', { name: 'Cacher les noms (pour projeter)' }).click();
    await page.getByText('Les noms sont cachés').waitFor();
    expect(await main.innerText()).not.toContain(name);
    await main.getByText('Élève 1', { exact: true }).waitFor();
    await expectAccessible(page);
  });

  it('sees what was hard in an assessment, and the wrong answers with why', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    await page
      .getByRole('link', { name: /Chercher une information/ })
      .first()
      .click();
    await page.waitForURL('**/evaluations/*');
    await page.getByRole('link', { name: 'Voir ce qui a été difficile' }).click();
    await page.waitForURL('**/difficultes');
    const shares = (await page.getByText(/ des points gagnés/).allInnerTexts()).map((text) =>
      Number(/(\d+)\s?%/.exec(text)?.[1]),
    );
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /^Voir la question/ })
      .first()
      .click();
    await page.waitForURL('**/galerie/**');
  });

  it('sees who may be stuck while an assessment runs', async () => {
    const page = await newDevice();
    await page.clock.install();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e A' }).click();
    await page.waitForURL('**/classes/*');
    await page
      .getByRole('link', { name: /Calculer et trier des données/ })
      .first()
      .click();
    await page.waitForURL('**/evaluations/*');
    await page.getByText('En direct').waitFor();
    await page.clock.fastForward(6 * 60_000);
    await page
      .getByText(/peut-être bloqué : pas de réponse depuis \d+ minutes/)
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('is told beside the field what an assessment lacks', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '6e C' }).click();
    await page.waitForURL('**/classes/*');
    await page.getByRole('button', { name: 'Donner', exact: true }).click();
    await page.getByText('Écrivez un titre de 1 à 120 caractères.').waitFor();
    await page.getByText('Choisissez au moins une compétence.').waitFor();
    expect(page.url()).toContain('/classes/');
  });

  it('gives without script too', async () => {
    const page = await newDevice({ javaScriptEnabled: false });
    await enterAsStaff(page, product.teacher);
    await page.getByRole('link', { name: '4e A' }).click();
    await page.getByLabel('Titre').fill('Sans script');
    await page.getByRole('checkbox', { name: /^4\.2 / }).check();
    await page.getByRole('button', { name: 'Donner', exact: true }).click();
    expect(page.url()).toContain('/evaluations/');
    expect(await page.getByRole('main').innerText()).toContain('Recharger');
  });

  it('reaches no pupil of another school', async () => {
    const page = await newDevice();
    await enterAsStaff(page, product.teacher);
    const classes = await page.request.get('/api/classes');
    const own: { id: string }[] = await classes.json();
    expect(own).toHaveLength(6);
    const reply = await page.goto('/enseignant/classes/00000000-0000-4000-8000-000000000000');
    expect(reply?.status()).toBe(404);
  });
});
