import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { ownData, staffData } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerIn } from '../services/rights/ledger.ts';
import { writeFrameworkFolder } from '../testing/framework-folder.ts';
import { leaveTraces } from '../testing/known-pupil.ts';
import { smallRelease } from '../testing/small-release.ts';
import { createTestServices } from '../testing/test-services.ts';
import { emailOf, people, uuid } from '../testing/two-schools.ts';
import { rightsCommand } from './rights-command.ts';
import { readWords, USAGE } from './rights-words.ts';

const program = fileURLToPath(new URL('./rights.ts', import.meta.url));
const uai = '0690001A';

let root: string;
let test: TestStore;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'jalon-rights-'));
  const release = writeFrameworkFolder(join(root, 'framework'), smallRelease());
  test = await openTestStore();
  await leaveTraces(await createTestServices({ store: test.store, releases: [release] }));
});
afterEach(async () => {
  await test.close();
  rmSync(root, { recursive: true });
});

const settings = (database = test.url) => ({
  JALON_DATABASE: database,
  JALON_DATA: root,
  JALON_COMPETENCE_FRAMEWORK: join(root, 'framework'),
});

async function run(words: string[], database = test.url) {
  let out = '';
  const said: string[] = [];
  const voice = {
    write: (chunk: string) => void (out += chunk),
    say: (line: string) => void said.push(line),
  };
  return { status: await rightsCommand(words, settings(database), voice), out, said };
}

const pupil = (id: string = people.own.pupil) => ['--school', uai, '--pupil', id];
const staff = (email: string) => ['--staff', email];

describe('npm run rights -- export', () => {
  it('gives a pupil’s data, and nothing else, on standard output', async () => {
    const env = { PATH: process.env['PATH'], ...settings() };
    const child = spawn(process.execPath, [program, 'export', ...pupil()], { env, stdio: 'pipe' });
    const [chunks, [status]] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
    expect(status).toBe(0);
    const data = ownData.parse(JSON.parse(Buffer.concat(chunks).toString()));
    expect(data.pupil.id).toBe(people.own.pupil);
    const open = data.attempts.find((attempt) => attempt.status === 'open');
    expect(open?.responses[0]?.points).toBe(1);
  });

  it('gives a member of staff’s', async () => {
    const { status, out } = await run(['export', ...staff(emailOf(people.own.teacher))]);
    expect(status).toBe(0);
    expect(staffData.parse(JSON.parse(out)).staff.name).toBe('Dominique Laurier');
  });
});

describe('npm run rights -- erase', () => {
  it('erases a pupil, writes it down, and does not find the pupil again', async () => {
    expect(await run(['erase', ...pupil()])).toMatchObject({ status: 0, out: '' });
    expect(await run(['export', ...pupil()])).toMatchObject({
      status: 1,
      out: '',
      said: [`School ${uai} has no pupil ${people.own.pupil}.`],
    });
    expect(ledgerIn(root).read().pupils).toHaveLength(1);
  });

  it('takes the name of a member of staff', async () => {
    const email = emailOf(people.own.teacher);
    expect((await run(['erase', ...staff(email.toUpperCase())])).status).toBe(0);
    expect(await run(['erase', ...staff(email)])).toMatchObject({ status: 1 });
  });

  it.each([
    ['a pupil of another school', ['erase', ...pupil(people.otherSchool.pupil)]],
    ['a pupil who is not there', ['erase', ...pupil(uuid(9))]],
    ['an id that is none', ['erase', ...pupil('Zélie')]],
    ['a school that is not there', ['erase', '--school', '0', '--pupil', people.own.pupil]],
    ['a member of staff who is not there', ['erase', ...staff('nobody@ecole.example')]],
  ])('refuses %s, and writes nothing down', async (_, words) => {
    const { status, said } = await run(words);
    expect({ status, said }).toEqual({ status: 1, said: [expect.stringMatching(/\.$/)] });
    expect(ledgerIn(root).read()).toEqual({ pupils: [], staff: [], unreadable: 0 });
  });
});

describe('npm run rights -- reapply', () => {
  it('erases again whom the ledger names, and says how many', async () => {
    const { school: schoolId, pupil: pupilId } = people.own;
    ledgerIn(root).add({ schoolId, pupilId, erasedAt: new Date() });
    const again = 'erased again: 1 pupils, 0 members of staff';
    expect(await run(['reapply'])).toEqual({ status: 0, out: '', said: [again] });
    expect(await test.store.read.rights.pupil({ schoolId, pupilId })).toBeNull();
  });
});

describe('npm run rights', () => {
  it('tells how it is used where it is asked for something else', async () => {
    const asked = [
      [],
      ['erase'],
      ['erase', '--pupil', people.own.pupil],
      ['erase', '--school', uai],
      ['erase', ...pupil(), ...staff('a@b.example')],
      ['erase', 'now', ...pupil()],
      ['reapply', ...pupil()],
      ['export', '--everyone'],
      ['forget', ...pupil()],
    ];
    for (const words of asked) {
      expect(readWords(words), words.join(' ')).toBeNull();
      expect(await run(words)).toEqual({ status: 2, out: '', said: [USAGE] });
    }
  });

  it('ends badly where there is no database, and makes none', async () => {
    const nowhere = join(root, 'jalon.sqlite');
    const { status, said } = await run(['erase', ...pupil()], `file:${nowhere}`);
    expect(status).toBe(1);
    expect(said).toEqual([expect.stringMatching(/^There is no database /)]);
    expect(existsSync(nowhere)).toBe(false);
  });
});
