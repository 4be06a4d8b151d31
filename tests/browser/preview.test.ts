import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exampleOf } from '@jalon/items';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { expectAccessible } from './support/accessible.ts';
import { newDevice, useBrowser } from './support/browser.ts';

useBrowser();

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const id = '1.1-brouillon';
const written = `id: ${id}
version: 1
kind: choice
language: fr
competence: '1.1'
descriptor: 1.1.N2.1
level: 2
difficulty: { mean: -1, sd: 0.5 }
discrimination: 1.2
title: Un brouillon
variables: { eleve: { pick: [Inès, Tom, Awa, Malo, Lina, Sami] } }
prompt: Que doit faire {{ eleve }} ?
options:
  - { text: Demander, key: true }
  - { text: Attendre, feedback: Attendre ne règle rien. }
  - { text: Partir, feedback: Partir ne règle rien. }
feedback: { correct: 'Oui, demander aide.', incorrect: Relis la consigne. }
`;

const mailbox = z.looseObject({ solution: z.array(z.json()) }).parse(exampleOf('mailbox'));
const boite = {
  ...{ id: '1.1-boite', version: 1, kind: 'mailbox', language: 'fr', competence: '1.1' },
  ...{ descriptor: '1.1.N2.1', level: 2, difficulty: { mean: -1, sd: 0.5 }, discrimination: 1.2 },
  ...{ title: 'La boîte', prompt: 'Que faire de ces courriels ?' },
  feedback: { correct: 'Oui, tout est fait.', incorrect: 'Relis les courriels.' },
  ...mailbox,
};

let folder: string;
let preview: ChildProcess;
let link: string;

const write = (text: string) =>
  writeFileSync(join(folder, 'crcn/items/1.1/brouillon.v1.yaml'), text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-writing-'));
  cpSync(here('competence-framework/crcn'), join(folder, 'crcn'), { recursive: true });
  write(written);
  // JSON is YAML.
  writeFileSync(join(folder, 'crcn/items/1.1/boite.v1.yaml'), JSON.stringify(boite));
  preview = spawn(process.execPath, [here('apps/api/src/cli/preview.ts'), id, '--seed', 'b'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, JALON_COMPETENCE_FRAMEWORK: folder, PORT: '0', TMPDIR: folder },
  });
  if (!preview.stdout) throw new Error('The preview says nothing.');
  for await (const line of createInterface({ input: preview.stdout })) {
    link = line;
    break;
  }
}, 120_000);

afterAll(() => {
  preview.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('an item being written opens by its link, follows its file, and shows what is wrong by its line', async () => {
  const page = await newDevice();
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Un brouillon' }).waitFor();
  expect(new URL(page.url()).search).toBe('?seed=b');
  const main = page.getByRole('main');
  await main.getByText('Rien à corriger').waitFor();
  await main.locator('details[open]').getByText('Demander').waitFor();
  await page.waitForLoadState('networkidle');

  // Nobody touches the page: it follows the file.
  write(written.replace('Que doit faire', 'Que va dire'));
  await main.getByRole('heading', { name: /^Que va dire/ }).waitFor();
  await main.getByText('Le fichier a changé').waitFor();

  write(written.replace('prompt:', 'promt:'));
  await main.getByText('Cet exercice ne peut pas être montré pour le moment.').waitFor();
  await main.getByText('crcn/items/1.1/brouillon.v1.yaml, ligne 12').first().waitFor();
  await main.getByText('`promt` is not a field here. Write: prompt:').waitFor();
  await expectAccessible(page);

  write(
    written.replace('text: Partir', 'text: "{{ eleve }}"').replace('text: Attendre', 'text: Tom'),
  );
  await main.getByText(/Two parts show the same text/).waitFor();
  await page.getByRole('radio', { name: 'Demander' }).check();
  await page.getByRole('button', { name: 'Valider ma réponse' }).click();
  await main.getByText('Oui, demander aide.').waitFor();
  await main.getByText('1 sur 1').waitFor();
  await expectAccessible(page);

  // What was said of the item before says nothing of the item now.
  write(written);
  await main.getByText('Rien à corriger').waitFor();
  expect(await main.getByText('Oui, demander aide.').count()).toBe(0);

  // A simulator's score is told step by step.
  await page.goto(new URL('/enseignant/galerie/1.1-boite', page.url()).href);
  await main.getByRole('button', { name: 'Valider ma réponse' }).waitFor();
  await page.locator('form:has(fieldset)').evaluate(
    (form: HTMLFormElement, log) => {
      const field = Object.assign(document.createElement('input'), { name: 'log', value: log });
      form.replaceChildren(field);
      form.submit();
    },
    JSON.stringify(mailbox.solution.slice(0, 3)),
  );
  const steps = main.getByRole('list', { name: 'Étape par étape' }).getByRole('listitem');
  await steps.first().waitFor();
  const told = await steps.allInnerTexts();
  expect(told.length).toBeGreaterThan(1);
  expect(told.filter((text) => text.startsWith('Fait')).length).toBeGreaterThan(0);
  expect(told.filter((text) => text.startsWith('Manqué')).length).toBeGreaterThan(0);
  await expectAccessible(page);
});

it('the link lets nobody else in, and nothing is left once the preview ends', async () => {
  const page = await newDevice();
  const reply = await page.goto(link);
  expect(reply?.status()).toBe(410);
  await page.goto(`/enseignant/galerie/${id}`);
  expect(new URL(page.url()).pathname).toBe('/connexion');
  preview.kill('SIGTERM');
  const [code] = await once(preview, 'exit');
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual(['crcn']);
});
