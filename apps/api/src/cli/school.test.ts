import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEngines } from '../load-engines.ts';
import { holderOf } from '../services/dashboards/keys.ts';
import { acceptInvitation, readInvitation } from '../services/staff/accept.ts';
import { addCountedSchool } from '../testing/territory.ts';
import { createTestServices } from '../testing/test-services.ts';
import { publishNow } from '../services/publications/publish-all.ts';
import { schoolCommand } from './school-command.ts';

const frameworkFolder = fileURLToPath(new URL('../../../../competence-framework', import.meta.url));

let folder: string;
let test: TestStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-school-'));
  test = await openTestStore();
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

async function command(...words: string[]) {
  const voice = { written: '', said: new Array<string>() };
  const env = { JALON_DATA: folder, JALON_DATABASE: test.url };
  const status = await schoolCommand(words, env, {
    write: (chunk) => void (voice.written += chunk),
    say: (line) => void voice.said.push(line),
  });
  return { status, ...voice };
}

const words = [
  ...['add', '--uai', '0690001a', '--name', 'Collège Un', '--department', '69'],
  ...['--administrator', 'Claude Peuplier'],
];

describe('npm run school -- add', () => {
  it('adds a school, and gives a link by which its administrator comes in', async () => {
    const { status, written } = await command(...words, '--email', 'Direction@ecole.example');
    expect(status).toBe(0);
    expect(written).toMatch(/^http:\/\/localhost:4600\/invitation\/[\w-]{43}\n$/);
    const token = written.trim().split('/').at(-1) ?? '';
    const context = {
      store: test.store,
      clock: () => new Date(),
      newId: () => '00000000-0000-4000-8000-000000000001',
    };
    const { greeted } = await acceptInvitation(context, token, 'quatre mots sans rapport');
    expect(greeted).toMatchObject({ role: 'administrator', place: 'Collège Un' });
    const again = await command(...words, '--email', 'direction@ecole.example');
    expect(again).toMatchObject({ status: 1, written: '' });
    const second = await command(...words, '--email', 'adjoint@ecole.example');
    expect(second).toMatchObject({ status: 0, said: ['Collège Un is there already.'] });
  });

  it('lets somebody in by the password alone who has lost the second factor', async () => {
    await command(...words, '--email', 'direction@ecole.example');
    const reset = () => command('reset-factor', '--email', 'claude@ecole.example');
    expect((await reset()).status).toBe(1);
    const { change, read, write } = test.store;
    const school = await read.rows.schoolByUai('0690001A');
    const id = '00000000-0000-4000-8000-000000000002';
    await write(
      change.addStaff({
        ...{ id, role: 'administrator', schoolId: school?.id ?? null },
        ...{ name: 'Claude', email: 'claude@ecole.example', passwordHash: 'x' },
        ...{ factorSecret: 'sealed', factorStep: 1, recoveryDigests: ['d'] },
      }),
      ...['k1', 'k2'].map((passkey) =>
        change.addPasskey({
          ...{ id: passkey, staffId: id, schoolId: school?.id ?? null, publicKey: 'x' },
          ...{ signCount: 0, transports: [], name: 'Téléphone', createdAt: new Date() },
        }),
      ),
    );
    expect((await reset()).status).toBe(0);
    expect(await read.staff.passkeys(id)).toEqual([]);
    expect(await read.identity.staffAccount(id)).toMatchObject({
      factorSecret: null,
      recoveryDigests: null,
    });
  });

  it('makes no database for a demo that has not begun', async () => {
    const said: string[] = [];
    const env = { JALON_DATA: folder };
    const given = [...words, '--email', 'direction@ecole.example'];
    const voice = { write: () => undefined, say: (line: string) => void said.push(line) };
    expect(await schoolCommand(given, env, voice)).toBe(1);
    expect(said.join()).toMatch(/There is no database .*jalon\.sqlite/);
  });

  it('asks for what is missing or is none', async () => {
    for (const wrong of [
      words,
      [...words, '--email', 'nobody'],
      [...words.with(2, '12'), '--email', 'a@ecole.example'],
      [...words.with(6, 'Ain'), '--email', 'a@ecole.example'],
    ]) {
      expect(await command(...wrong)).toMatchObject({ status: 2, written: '' });
    }
  });
});

describe('npm run school -- inspector', () => {
  const invite = (kind: string, code: string, email = 'inspection@academie.example') =>
    command(
      ...['inspector', '--kind', kind, '--code', code],
      ...['--name', 'Camille Olivier', '--email', email],
    );
  const context = () => ({
    store: test.store,
    clock: () => new Date(),
    newId: () => '00000000-0000-4000-8000-000000000003',
  });

  it.each([
    ['department', '2a', 'Corse-du-Sud', 'Europe/Paris'],
    ['academy', '28', 'Académie de La Réunion', 'Indian/Reunion'],
    ['country', 'FR', 'France', 'Europe/Paris'],
  ])('gives a link by which the inspector of %s %s comes in', async (kind, code, name, zone) => {
    const { status, written, said } = await invite(kind, code);
    expect({ status, said }).toEqual({ status: 0, said: [`Territory: ${name}.`] });
    const token = written.trim().split('/').at(-1) ?? '';
    expect(await readInvitation(context(), token)).toMatchObject({
      ...{ role: 'inspector', schoolName: name, isForPassword: false },
    });
    const { signedIn, greeted } = await acceptInvitation(
      context(),
      token,
      'quatre mots sans rapport',
    );
    expect(signedIn).toMatchObject({ territory: { kind, code: code.toUpperCase() } });
    expect(greeted).toMatchObject({ role: 'inspector', place: name, timeZone: zone });
    expect(await invite(kind, code)).toMatchObject({ status: 1, written: '' });
  });

  it('leaves only the newest link of an address', async () => {
    const first = (await invite('academy', '10')).written.trim().split('/').at(-1) ?? '';
    await invite('department', '69');
    await expect(readInvitation(context(), first)).rejects.toMatchObject({ code: 'link-ended' });
  });

  it('knows no other territory than there is, and a district only of schools', async () => {
    for (const [kind, code] of [
      ['department', '20'],
      ['academy', '05'],
      ['country', 'DE'],
      ['district', '0691234X'],
    ] as const) {
      expect(await invite(kind, code)).toMatchObject({ status: 1, written: '' });
    }
    expect(await invite('planet', '1')).toMatchObject({ status: 2 });
    const id = '00000000-0000-4000-8000-000000000009';
    const school = { id, uai: '0690001A', name: 'Un', department: '69' };
    const district = { districtCode: '0691234X', districtName: 'Lyon 1' };
    await test.store.write(test.store.change.addSchools({ ...school, ...district }));
    expect(await invite('district', '0691234x')).toMatchObject({
      ...{ status: 0, said: ['Territory: Lyon 1.'] },
    });
  });
});

describe('npm run school -- attributes', () => {
  const heading =
    'Identifiant_de_l_etablissement;Type_etablissement;Statut_public_prive;Type_contrat_prive;Code_commune;Code_departement;Code_academie;Appartenance_Education_Prioritaire;Nombre_d_eleves';
  const file = (name: string, ...lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `\uFEFF${lines.join('\n')}\n`);
    return path;
  };
  const school = (uai: string) => test.store.read.rows.schoolByUai(uai);
  const at = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  beforeEach(() =>
    test.store.write(
      test.store.change.addSchools(
        { id: at(1), uai: '0690001A', name: 'Un', department: '69' },
        { id: at(2), uai: '0380002B', name: 'Deux', department: '38' },
        { id: at(3), uai: '0750003C', name: 'Trois', department: '75' },
      ),
    ),
  );

  it('keeps what the directory says of the schools that are here, once', async () => {
    const directory = file(
      'annuaire.csv',
      heading,
      '0690001A;Collège;Public;SANS OBJET;69123;069;10;REP;512',
      '0380002B;Lycée;Privé;CONTRAT NOUVEAU;38185;069;10;;',
      '0999999Z;Ecole;Public;SANS OBJET;01001;001;10;;80',
    );
    const first = await command('attributes', directory);
    expect(first).toMatchObject({
      status: 0,
      written: 'updated: 2\nunchanged: 0\nunknown values: 0\nmissing: 1\n',
      said: [
        'Line 3, school 0380002B: it is in 38 here, and in 69 there.',
        'Line 3, school 0380002B: its académie is 08 here, and 10 there.',
        'Not in the directory: 0750003C',
      ],
    });
    expect(await school('0690001A')).toMatchObject({
      ...{ name: 'Un', department: '69', type: 'college', sector: 'public' },
      ...{ priority: 'rep', enrolment: 512, setting: null },
    });
    expect(await school('0380002B')).toMatchObject({
      sector: 'private-contract',
      priority: 'none',
    });
    expect(await school('0999999Z')).toBeNull();

    const grid = file('densite.csv', 'CODGEO;LIBDENS', '69123;Urbain dense', '38185;Urbain dense');
    const dense = await command('attributes', directory, '--density', grid);
    expect(dense.written).toContain('updated: 2\n');
    // Without the grid, what it said stays.
    expect((await command('attributes', directory)).written).toContain(
      'updated: 0\nunchanged: 2\n',
    );
    expect(await school('0690001A')).toMatchObject({ setting: 'dense', sector: 'public' });
  });

  it('says which values it does not know, and leaves what was said where a column is missing', async () => {
    await command('attributes', file('a.csv', heading, '0690001A;Collège;Public;;;;;REP+;'));
    const cut = 'Identifiant_de_l_etablissement;Type_etablissement;Statut_public_prive';
    const { written, said } = await command(
      'attributes',
      file('b.csv', cut, '0690001A;Internat;Public'),
    );
    expect(written).toContain('unknown values: 1\n');
    expect(said).toContain(
      'Line 2, school 0690001A: “Internat” is no known Type_etablissement; it stays unsaid.',
    );
    expect(await school('0690001A')).toMatchObject({ type: null, priority: 'rep-plus' });
  });

  it('takes no other file, and changes nothing then', async () => {
    expect(await command('attributes', file('c.csv', 'a;b', '1;2'))).toMatchObject({
      ...{ status: 1, written: '' },
    });
    expect((await command('attributes', join(folder, 'none.csv'))).said.join()).toMatch(
      /cannot be read/,
    );
    expect((await command('attributes')).status).toBe(2);
  });
});

describe('npm run school -- key', () => {
  const territory = ['--kind', 'academy', '--code', '10', '--name', 'Tableau de bord'];

  it('gives a dashboard a key, which is shown once, listed without it, and ended', async () => {
    const given = await command('key', ...territory, '--days', '30');
    expect(given.status).toBe(0);
    expect(given.written).toMatch(/^jalon_[\w-]{43}\n$/);
    const key = given.written.trim();
    const now = new Date();
    const holder = await holderOf(test.store, key, now);
    expect(holder?.actor.territory).toEqual({ kind: 'academy', code: '10' });
    const days = ((holder?.until.getTime() ?? 0) - now.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(30);

    const listed = await command('keys');
    expect(listed.written).toMatch(/academy:10 {2}until .* {2}Tableau de bord\n$/);
    expect(listed.written).not.toContain(key);
    const id = holder?.actor.id ?? '';
    expect((await command('end-key', '--id', id)).status).toBe(0);
    expect(await holderOf(test.store, key, now)).toBeNull();
    expect((await command('end-key', '--id', id)).status).toBe(1);
  });

  it('knows no other territory than there is, nor a key for ever', async () => {
    const other = ['key', '--kind', 'department', '--code', '999', '--name', 'Tableau'];
    expect(await command(...other)).toMatchObject({ status: 1, written: '' });
    expect((await command('key', ...territory, '--days', '0')).status).toBe(2);
    expect((await command('key', ...territory, '--days', '99999')).status).toBe(2);
  });
});

describe('npm run school -- package', () => {
  const wanted = ['package', '--kind', 'department', '--code', '974'];

  it('says that nothing was published, or that there is no such territory', async () => {
    const none = await command(...wanted, join(folder, 'out'));
    expect(none).toMatchObject({ status: 1, written: '' });
    expect(none.said.join()).toContain('Nothing was published yet');
    const unknown = ['package', '--kind', 'department', '--code', '00', join(folder, 'out')];
    expect(await command(...unknown)).toMatchObject({ status: 1, written: '' });
    expect((await command(...wanted)).status).toBe(2);
  });

  it('writes what an inspector takes away into a folder, and names each file', async () => {
    const services = await createTestServices({ store: test.store });
    const engines = loadEngines(frameworkFolder, { writing: false });
    const own = { ...services, engines };
    const { version, framework, sha256 } = engines.current.reference;
    const publishedAt = services.clock();
    await test.store.write(
      test.store.change.publishRelease({ version, framework, sha256, publishedAt }),
    );
    const yearGroups = { '6e': { '1.1': [20, 20, 20, 20, 20] } };
    const school = { uai: '9740001A', name: 'Collège Un', department: '974', yearGroups };
    await addCountedSchool(own, school);
    await publishNow(own);
    const { status, written } = await command(...wanted, join(folder, 'out'));
    expect(status).toBe(0);
    const names = written.trimEnd().split('\n');
    expect(names).toContain('datapackage.json');
    for (const name of names) expect(existsSync(join(folder, 'out', name)), name).toBe(true);
    const table = readFileSync(join(folder, 'out', 'first-table.csv'), 'utf8');
    expect(table).toContain('9740001A,Collège Un,1,20,20,published');
  });
});
