import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolCommand } from '../../apps/api/src/cli/school-command.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';
import { expectAccessible } from './support/accessible.ts';
import { newDevice, useBrowser } from './support/browser.ts';

useBrowser();

const email = 'direction@ecole.example';
const password = 'quatre mots sans rapport';

let data: string;
let server: RunningServer;
let origin: string;
let link: string;

// A school of its own: passkeys want a host with a name, which the product of the other tests has not.
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'jalon-passkeys-'));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const settings = {
    JALON_DEMO: 'off',
    JALON_SECRET: randomUUID() + randomUUID(),
    JALON_ORIGIN: origin,
    JALON_STAFF_FACTOR: 'administrators',
  };
  let written = '';
  const voice = { write: (chunk: string) => void (written += chunk), say: () => undefined };
  const words = ['add', '--uai', '0690001a', '--name', 'Collège Un', '--department', '69'];
  const who = ['--administrator', 'Claude Peuplier', '--email', email];
  await schoolCommand([...words, ...who], { ...settings, JALON_DATA: data }, voice);
  link = written.trim();
  server = await startServer({ data, port, ...settings });
});
afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

const device = (options = {}) => newDevice({ baseURL: origin, ...options });

/** A device that knows its owner, as a laptop or a phone does. */
async function withAuthenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

const passkeyButton = (page: Page) =>
  page.getByRole('button', { name: 'Se connecter avec une clé d’accès' });

async function signInByPassword(page: Page): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
}

describe('an administrator of whom a second factor is required', () => {
  it('adds a passkey, goes on, and signs in with it', async () => {
    const page = await device();
    const { cdp, id } = await withAuthenticator(page);
    await page.goto(link);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await page.waitForURL('**/compte?suite=%2Fetablissement');
    await page.getByText('Une protection de plus est demandée').waitFor();
    await page.getByLabel('Nom de cette clé').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByText('Donnez un nom à cette clé.').waitFor();
    await page.getByLabel('Nom de cette clé').fill('Ordinateur du bureau');
    await page.getByLabel('Votre mot de passe').fill('pas celui-là');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByText('Ce n’est pas votre mot de passe').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Votre mot de passe').fill(password);
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByText('La clé « Ordinateur du bureau » est ajoutée.').waitFor();
    await page.getByText('pas encore utilisée').waitFor();
    await expectAccessible(page);
    const codes = page.getByRole('status').filter({ hasText: 'Vos codes de secours' });
    const [recovery = '', ...others] = await codes.getByRole('listitem').allInnerTexts();
    expect(others).toHaveLength(9);
    expect(
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials,
    ).toEqual([expect.objectContaining({ rpId: 'localhost', isResidentCredential: true })]);

    await page.getByRole('link', { name: 'Continuer' }).click();
    await page.waitForURL('**/etablissement');
    expect(await page.getByRole('main').innerText()).not.toContain('Protégez votre compte');
    await page.goto('/etablissement/equipe');
    const row = page.getByRole('row').filter({ hasText: email });
    expect(await row.innerText()).toContain('clé d’accès ou code');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.goto('/connexion?suite=%2Fcompte');
    await passkeyButton(page).waitFor();
    await expectAccessible(page);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await passkeyButton(page).click();
    await page.getByText('La demande a été annulée').waitFor();
    await expectAccessible(page);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true });
    await passkeyButton(page).click();
    await page.waitForURL('**/compte');
    await page.getByText(/ajoutée le .*, utilisée le/).waitFor();

    const halfIn = await device();
    await signInByPassword(halfIn);
    await halfIn.waitForURL('**/connexion/code');
    await passkeyButton(halfIn).waitFor();
    await expectAccessible(halfIn);

    const other = await device({ javaScriptEnabled: false });
    await signInByPassword(other);
    await other.waitForURL('**/connexion/code');
    expect(await passkeyButton(other).count()).toBe(0);
    await other.getByLabel('Code', { exact: true }).fill(recovery);
    await other.getByRole('button', { name: 'Continuer' }).click();
    await other.waitForURL('**/etablissement');
    await other.goto('/compte');
    await other.getByText('Il vous reste 9 codes de secours.').waitFor();
    expect(await other.getByRole('main').innerText()).toContain('Les clés d’accès demandent');

    await other.getByRole('button', { name: 'Retirer la clé Ordinateur du bureau' }).click();
    await other.getByText('La clé est retirée').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.goto('/connexion');
    await passkeyButton(page).click();
    await page.getByText('Aucun compte n’a cette clé').waitFor();
  });
});
