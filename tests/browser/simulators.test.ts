import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { enterAsStaff, newDevice, product, useBrowser } from './support/browser.ts';
import { pressName, tabTo, tabToName } from './support/keyboard.ts';

useBrowser();

const MOST_NODES = 200;
const MOST_SCRIPT_BYTES = 60 * 1024;

/** An item as the gallery shows it, with the simulator there. */
async function openItem(page: Page, itemId: string, seed = '1'): Promise<void> {
  await enterAsStaff(page, product.teacher);
  await page.goto(`/enseignant/galerie/${itemId}?seed=${seed}`);
  await page.locator('form fieldset .window').waitFor();
}

const send = (page: Page) => page.getByRole('button', { name: 'Valider ma réponse' }).click();
const scored = (page: Page) => page.getByRole('region', { name: 'Le score de cette réponse' });
const said = (page: Page) => page.locator('form').getByRole('status').last().innerText();

/** The text of the first element, which must be there. */
const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().innerText()).trim();

describe('a mailbox', () => {
  it('is done by keyboard alone, and every step told', async () => {
    const page = await newDevice();
    await openItem(page, '4.1-message-qui-presse');
    await expectAccessible(page);
    const subjects = await page.locator('.window li .subject').allInnerTexts();
    const trap = subjects.find((subject) => /casier|carte|bloqué/i.test(subject)) ?? '';
    const trip = subjects.find((subject) => subject.startsWith('Sortie')) ?? '';
    await pressName(page, trap);
    await pressName(page, 'Voir l’adresse complète');
    expect(await said(page)).toMatch(/^Adresse de l’expéditeur : \S+@\S+\.example$/);
    expect(await page.locator('.window dl').innerText()).not.toContain('@college-tilleuls.example');
    await expectAccessible(page);
    await pressName(page, 'Signaler un message dangereux');
    expect(await said(page)).toContain('Message signalé');
    await pressName(page, trip);
    await pressName(page, 'Répondre');
    await pressName(page, 'Envoyer');
    expect(await page.getByRole('alert').innerText()).toContain('Écris d’abord ton message');
    await expectAccessible(page);
    await tabToName(page, 'Ton message');
    await page.keyboard.type('Oui, je viens.');
    await pressName(page, 'Envoyer');
    expect(await said(page)).toContain('Message envoyé');
    await pressName(page, 'Valider ma réponse');
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+4 sur 4/);
  });

  it('tells what was missed, and remembers a link that was followed', async () => {
    const page = await newDevice();
    await openItem(page, '4.1-message-qui-presse', '2');
    const trap = page.locator('.window li button').filter({ hasText: /casier|carte|bloqué/i });
    await trap.first().click();
    await page.getByRole('button', { name: /^(Garder|Sauver)/ }).click();
    await page.locator('.window').getByText('Page ouverte').waitFor();
    expect(await said(page)).toContain('Page ouverte');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tout remettre comme au début' }).click();
    await page.getByRole('button', { name: 'Oui, recommencer' }).click();
    expect(await said(page)).toBe('Tout est comme au début.');
    await trap.first().click();
    await page.getByRole('button', { name: 'Signaler un message dangereux' }).click();
    await send(page);
    await scored(page).waitFor();
    const text = await scored(page).innerText();
    expect(text).toMatch(/Points\s+1 sur 4/);
    expect(text).toContain('On n’ouvre pas le lien d’un message douteux'.replaceAll('’', "'"));
  });

  it('hides the addresses of some from others by a hidden copy', async () => {
    const page = await newDevice({ viewport: { width: 360, height: 740 } });
    await openItem(page, '2.1-invitation-a-plusieurs');
    await page.getByRole('button', { name: 'Nouveau message' }).click();
    await page.getByLabel('À', { exact: true }).fill('club@maison-jeunes.example');
    await page.getByText('Copie et copie cachée').click();
    const contacts = page.getByLabel('Contacts, pour le champ Copie cachée (Cci)');
    for (const family of ['saule', 'houx', 'orme']) {
      await contacts.selectOption(`${family}@courrier.example`);
    }
    const notes = await textOf(page, '.question');
    const [, day = '', hour = ''] = /La fête\s:\s(.*),\sà\s(\d+\sh)/.exec(notes) ?? [];
    await page.getByLabel('Ton message').fill(`Bonjour, venez ${day} à ${hour}.`);
    await page.getByLabel(/affiche-fete\.pdf/).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+4 sur 4/);
  });
});

describe('a file explorer', () => {
  it('is done by keyboard alone', async () => {
    const page = await newDevice();
    await openItem(page, '1.2-ranger-le-bureau');
    await expectAccessible(page);
    const [, file = '', folder = ''] =
      /Mets (\S+) dans le dossier ([^.]+)\./.exec(await textOf(page, '.question')) ?? [];
    await tabToName(page, `Choisir ${file}`);
    await page.keyboard.press('Space');
    await pressName(page, 'Déplacer');
    await page.keyboard.type('Mes documents › ' + folder);
    await expectAccessible(page);
    await pressName(page, 'Valider');
    expect(await said(page)).toBe(`${file} : déplacé vers ${folder}`);
    await pressName(page, folder);
    await pressName(page, 'Valider ma réponse');
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+2 sur 2/);
  });

  it('gives rights, and says why something cannot be', async () => {
    const page = await newDevice({ viewport: { width: 360, height: 740 } });
    await openItem(page, '1.2-droits-du-dossier');
    await page.getByRole('button', { name: 'Nouveau dossier' }).click();
    await page.getByLabel('Nom du nouveau dossier').fill('projet');
    await page.getByRole('button', { name: 'Valider', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Ce nom ne va pas');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByLabel('Choisir Projet').check();
    await page.getByRole('button', { name: 'Propriétés' }).click();
    await page.getByLabel('Toute personne qui a le lien').selectOption('edit');
    expect(await said(page)).toContain('Partage changé');
    await expectAccessible(page);
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+0 sur 4/);
  });
});

describe('settings', () => {
  it('are done by keyboard alone, the cause found by trying', async () => {
    const page = await newDevice();
    await openItem(page, '5.1-page-qui-ne-s-ouvre-pas');
    await expectAccessible(page);
    await pressName(page, 'Essayer d’ouvrir une page'.replace('’', "'"));
    const outcome = await textOf(page, '.outcome');
    if (outcome.includes('Aucun réseau')) {
      await tabToName(page, 'Mode avion');
      await page.keyboard.press('Space');
    } else if (outcome.includes('désactivé')) {
      await tabToName(page, 'Wi-Fi');
      await page.keyboard.press('Space');
    } else {
      await tabToName(page, 'Réseau choisi');
      await page.keyboard.type('Ecole');
    }
    await page.locator('h2').first().click();
    await pressName(page, "Essayer d'ouvrir une page");
    expect(await textOf(page, '.outcome')).toContain("La page s'ouvre !");
    await expectAccessible(page);
    await pressName(page, 'Valider ma réponse');
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+3 sur 3/);
  });

  it('ask for a password that is made up, and judge it', async () => {
    const page = await newDevice({ viewport: { width: 360, height: 740 } });
    await openItem(page, '4.1-compte-a-proteger');
    await page.getByText('n’écris jamais le tien ici').waitFor();
    await page.getByLabel('Nouveau mot de passe').fill('soleil');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Double vérification' }).click();
    await page.getByRole('switch').check();
    await page.getByRole('button', { name: 'Garder les codes de secours' }).click();
    await expectAccessible(page);
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+2 sur 4/);
  });
});

describe('a browser', () => {
  it('is done by keyboard alone: the right words, the right town, the note', async () => {
    const page = await newDevice();
    await openItem(page, '1.1-horaires-a-trouver');
    await expectAccessible(page);
    const [, place = ''] = /veut aller à la (\S+) /.exec(await textOf(page, '.question')) ?? [];
    await tabToName(page, 'Mots à chercher');
    await page.keyboard.type(`${place} saules`);
    await page.keyboard.press('Enter');
    expect(await said(page)).toMatch(/^\d résultats? pour/);
    await expectAccessible(page);
    await pressName(page, 'Saules-la-Ville :');
    await expectAccessible(page);
    const opening = await page.getByRole('row', { name: /mercredi/ }).innerText();
    const [hour = ''] = /\d+ h/.exec(opening.replace(/\s/g, ' ')) ?? [];
    await pressName(page, 'À qui est ce site ?');
    expect(await said(page)).toContain('Ville de Saules');
    await tabToName(page, 'À quelle heure ouvre');
    await page.keyboard.type(hour);
    await page.keyboard.press('Tab');
    expect(await said(page)).toBe('C’est noté.');
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+3 sur 3/);
  });

  it('asks about traces, on a phone, and clears them', async () => {
    const page = await newDevice({ viewport: { width: 360, height: 740 } });
    await openItem(page, '4.2-traces-refusees');
    await page.getByLabel('Mots à chercher').fill('recette');
    await page.getByRole('button', { name: 'Chercher', exact: true }).click();
    await page.getByRole('button', { name: /^Recette/ }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tout refuser' }).click();
    expect(await said(page)).toBe('Tu as refusé les traces.');
    await page.getByText('Plus de choix').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Effacer l’historique et les traces' }).click();
    await page.getByLabel('Adresse').fill('nulle-part.example');
    await page.getByRole('button', { name: 'Aller' }).click();
    await page.getByRole('heading', { name: /Aucune page à cette adresse/ }).waitFor();
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+2 sur 3/);
  });
});

describe('conversations', () => {
  it('are read, answered and told of by keyboard alone', async () => {
    const page = await newDevice();
    await openItem(page, '4.3-temoin-dans-le-groupe');
    await expectAccessible(page);
    await pressName(page, 'Que faire de ce message ?');
    await pressName(page, 'Garder une capture d’écran');
    expect(await said(page)).toBe('Capture gardée.');
    await expectAccessible(page);
    await tabTo(page, '.room:not([aria-current])');
    await page.keyboard.press('Enter');
    await pressName(page, 'Je suis avec toi.');
    expect(await said(page)).toMatch(/^C’est envoyé\. .*Merci\. Oui, je veux bien\./);
    await pressName(page, 'En parler à Le 3018');
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+4 sur 4/);
  });

  it('take people in and out, on a phone', async () => {
    const page = await newDevice({ viewport: { width: 360, height: 740 } });
    await openItem(page, '2.3-projet-a-organiser');
    await page.getByText('Réglages de la conversation').click();
    const people = page.getByLabel('Choisis une personne');
    await people.selectOption('p3');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    expect(await said(page)).toContain('peut lire et écrire ici');
    await people.selectOption('p4');
    await page.getByRole('button', { name: 'Retirer', exact: true }).click();
    await expectAccessible(page);
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+2 sur 4/);
  });
});

it.each([
  '2.1-reponse-avec-fichier',
  '1.2-version-perdue',
  '5.1-imprimante-muette',
  '4.1-le-vrai-site',
  '1.3-livres-en-retard',
])('the simulator of %s is light', async (itemId) => {
  const page = await newDevice();
  await enterAsStaff(page, product.teacher);
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const later = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/Player\.[\w-]+\.css$/.test(request.url)) later.add(requestId);
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto('/enseignant/galerie', { waitUntil: 'networkidle' });
  const plain = bytes;
  bytes = 0;
  await page.goto(`/enseignant/galerie/${itemId}?seed=3`, { waitUntil: 'networkidle' });
  await page.locator('form fieldset .window').waitFor();
  console.log(`${itemId}: ${String(bytes)} bytes after the gallery's ${String(plain)}`);
  expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
  expect(later.size).toBe(1);
  const nodes = await page.evaluate(() => document.querySelectorAll('.window *').length);
  expect(nodes).toBeLessThan(MOST_NODES);
});

describe('a spreadsheet', () => {
  const cellNow = (page: Page) => page.locator('[role=gridcell]:focus');

  it('is done by keyboard alone, and what every cell gives is told', async () => {
    const page = await newDevice();
    await openItem(page, '1.3-vente-de-gateaux');
    await expectAccessible(page);
    await tabTo(page, '[role=gridcell]');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.type('=B2*C2');
    await page.keyboard.press('Enter');
    expect(await said(page)).toMatch(/^D2 : \d/);
    await cellNow(page).waitFor();
    await page.keyboard.press('ArrowUp');
    await tabToName(page, 'Recopier');
    await page.keyboard.press('Enter');
    await tabToName(page, 'Recopier D2 jusqu’à');
    await page.keyboard.type('D5');
    await pressName(page, 'Recopier');
    expect(await said(page)).toBe('D2 est recopiée jusqu’à D5.');
    await expectAccessible(page);
    await tabTo(page, '[role=gridcell]');
    for (let down = 0; down < 5; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.type('=somme(d2:d5)');
    await page.keyboard.press('Enter');
    expect(await said(page)).toMatch(/^D7 : \d/);
    await pressName(page, 'Valider ma réponse');
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+3 sur 3/);
  });

  it('sorts and filters without losing a row, at 360 px wide', async () => {
    const page = await newDevice();
    await page.setViewportSize({ width: 360, height: 740 });
    await openItem(page, '1.3-livres-en-retard');
    await page.getByText('Trier, filtrer').click();
    await page.getByLabel('Colonne', { exact: true }).selectOption('B');
    const prompt = await page.locator('form:has(.window)').innerText();
    const wanted = /classe (6[A-D])/.exec(prompt)?.[1] ?? '';
    const values = page.locator('.window fieldset label');
    for (const label of await values.all()) {
      if ((await label.innerText()).trim() !== wanted) await label.click();
    }
    await page.getByRole('button', { name: 'Filtrer' }).click();
    expect(await said(page)).toBe('Lignes montrées : 4 sur 8.');
    await page.getByLabel('Colonne', { exact: true }).selectOption('C');
    await values.filter({ hasText: 'oui' }).click();
    await page.getByRole('button', { name: 'Filtrer' }).click();
    expect(await said(page)).toBe('Lignes montrées : 3 sur 8.');
    await page.getByLabel('Colonne', { exact: true }).selectOption('D');
    await page.getByRole('button', { name: 'Trier du plus grand' }).click();
    await expectAccessible(page);
    await send(page);
    await scored(page).waitFor();
    expect(await scored(page).innerText()).toMatch(/Points\s+3 sur 3/);
  });

  it('draws a chart that says what it shows', async () => {
    const page = await newDevice();
    await openItem(page, '1.3-pluie-de-la-station');
    await page.getByText('Graphique', { exact: true }).click();
    await page.getByRole('button', { name: 'Dessiner' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('Choisis deux colonnes différentes.');
    await page.getByLabel('Forme').selectOption({ label: 'Courbe' });
    await page.getByLabel('Nombres').selectOption('B');
    await page.getByRole('button', { name: 'Dessiner' }).click();
    const picture = page.locator('.window').getByRole('img');
    expect(await picture.getAttribute('aria-label')).toMatch(/Courbe, Pluie.*janvier : \d+/);
    await expectAccessible(page);
  });
});
