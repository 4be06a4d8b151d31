import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptInvitation } from '../services/staff/accept.ts';
import { schoolCommand } from './school-command.ts';

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
