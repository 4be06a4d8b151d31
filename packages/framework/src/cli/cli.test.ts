import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBundle } from '../release/bundle.ts';
import { goodItem, itemFile, TemporaryFolder } from '../testing/folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => rmSync(folder.root, { recursive: true, force: true }));

function run(command: 'items' | 'framework', ...words: string[]) {
  const file = fileURLToPath(new URL(`${command}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    encoding: 'utf8',
    cwd: folder.root,
    env: { ...process.env, JALON_COMPETENCE_FRAMEWORK: folder.root },
  });
  return { status, stdout, stderr };
}

/** An item whose two cities may be the same, so that a wrong answer is accepted at times. */
const looseTemplate = goodItem
  .replace('1.1-essai', '1.1-villes')
  .replace(
    'prompt:',
    'variables: { a: { pick: [Nice, Brest] }, b: { pick: [Nice, Brest] } }\nprompt:',
  )
  .replace('text: Ceci', "text: '{{ a }}'")
  .replace('text: Cela', "text: '{{ b }}'");

describe('items check', () => {
  it('counts a clean bank', () => {
    const { status, stdout, stderr } = run('items', 'check');
    expect(stdout).toBe(
      '1.1: 1 items, 0 templates; by level: 2 × 1; by kind: choice × 1\n' +
        '1 items drawn 200 times: 0 errors, 0 warnings\n',
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  it('tells mistakes in files and in what items draw, and fails', () => {
    folder.change(itemFile, 'prompt:', 'promt:');
    folder.write('items/1.1/villes.v1.yaml', looseTemplate);
    const { status, stdout } = run('items', 'check');
    expect(status).toBe(1);
    expect(stdout).toContain(
      `crcn/${itemFile}:11: \`promt\` is not a field here. Write: prompt:\n`,
    );
    expect(stdout).toMatch(
      /^crcn\/items\/1\.1\/villes\.v1\.yaml:1: .*same text.* Write: .* npm run items -- preview 1\.1-villes --seed \d+$/m,
    );
  });

  it('gives the same as JSON', () => {
    folder.change(itemFile, 'level: 2', 'level: 3');
    const { status, stdout } = run('items', 'check', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      competences: [],
      problems: [{ path: `crcn/${itemFile}`, line: 6, severity: 'error' }, { line: 8 }],
    });
  });
});

describe('items preview', () => {
  it('shows an item, its key and what a wrong answer gets, though another file is broken', () => {
    folder.write('items/1.1/casse.v1.yaml', 'id: [');
    const { status, stdout } = run('items', 'preview', '1.1-essai', '--seed', 'b', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      item: '1.1-essai@1',
      seed: 'b',
      shown: { prompt: 'Que faire ?' },
      key: 'Ceci',
      wrongAnswers: [{ answer: 'Cela', points: '0 of 1', feedback: 'Non.' }],
    });
  });

  it('says where an item that cannot be read is wrong', () => {
    folder.change(itemFile, 'prompt:', 'promt:');
    const { status, stdout, stderr } = run('items', 'preview', '1.1-essai');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${itemFile}:11: \`promt\` is not a field here.`);
  });
});

describe('items new', () => {
  it('writes an item that passes the check, and never over another', () => {
    const { status, stdout } = run('items', 'new', '4.2', 'mon-item', 'number');
    expect([status, stdout]).toEqual([0, 'crcn/items/4.2/mon-item.v1.yaml\n']);
    expect(run('items', 'check').status).toBe(0);
    expect(run('items', 'new', '4.2', 'mon-item', 'number').status).toBe(1);
  });

  it.each([
    [['4.2', 'Mon item', 'number'], 2],
    [['4.2', '../autre', 'number'], 2],
    [['4.2', 'mon-item', 'quiz'], 2],
    [['9.9', 'mon-item', 'number'], 1],
  ])('refuses %j', (words, status) => {
    const answer = run('items', 'new', ...words);
    expect([answer.status, answer.stdout]).toEqual([status, '']);
  });
});

it('items simulate tells how well the bank places pupils', () => {
  const words = ['simulate', '1.1', '--pupils', '20', '--json'];
  const { status, stdout } = run('items', ...words);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ competence: '1.1', items: 1, pupils: 20 }]);
  expect(run('items', ...words).stdout).toBe(stdout);
  expect(run('items', 'simulate', '1.2').status).toBe(1);
  expect(run('items', 'simulate', '--pupils', 'many').status).toBe(2);
});

describe('framework', () => {
  it('check, release, verify and diff follow a bank from release to release', () => {
    expect(run('framework', 'check').stdout).toBe(
      'crcn 1.0.0: 5 domains, 16 competences, 162 descriptors, 1 item versions, 0 releases, 0 crosswalks, 0 sequences\n',
    );
    const first = run('framework', 'release', '1.0.0');
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^1\.0\.0 [0-9a-f]{64} \(1 items\)\n$/);
    expect(run('framework', 'release', '1.0.0')).toEqual(first);
    expect(run('framework', 'verify').stdout).toBe('1 releases verified, 0 problems\n');

    folder.change(itemFile, 'Ceci', 'Cecy');
    const broken = run('framework', 'verify');
    expect(broken.status).toBe(1);
    expect(broken.stdout).toMatch(/essai\.v1\.yaml is locked by release 1\.0\.0 and has changed\./);
    expect(run('framework', 'release', '1.1.0').status).toBe(1);

    folder.change(itemFile, 'Cecy', 'Ceci');
    folder.write('items/1.1/venu.v1.yaml', goodItem.replace('1.1-essai', '1.1-venu'));
    expect(run('framework', 'release', '0.9.0').stderr).toContain('greater');
    const second = run('framework', 'release', '1.1.0', '--without', '1.1-essai');
    expect(second.status).toBe(0);
    expect(second.stderr).toContain('items removed: 1\n  1.1-essai');
    const diff = run('framework', 'diff', '1.0.0', '1.1.0', '--json');
    expect(JSON.parse(diff.stdout)).toMatchObject({ added: ['1.1-venu'], removed: ['1.1-essai'] });
    expect(run('framework', 'diff', '1.0.0', '1.2.0').status).toBe(1);
    expect(folder.text('CHANGELOG.md')).toContain('Retired: `1.1-essai`');
  });

  it('release refuses a version smaller than what changed asks for, and diff says which is due', () => {
    run('framework', 'release', '1.0.0');
    expect(run('framework', 'diff', '1.0.0').stdout).toContain('due: nothing');
    folder.write(
      'scale.1.1.0.yaml',
      folder
        .text('scale.yaml')
        .replace('version: 1.0.0', 'version: 1.1.0')
        .replace(/'1\.1': (.*)cuts: \[-1/, "'1.1': $1cuts: [-1.2"),
    );
    const { stdout } = run('framework', 'diff', '1.0.0');
    expect(stdout).toContain('major: The cut points of 1.1 changed.\ndue: major, 2.0.0 at least\n');
    expect(stdout).toContain('results that would move if they were read again: 1.1');
    const refused = run('framework', 'release', '1.1.0');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toBe(
      'This is a major release, 2.0.0 at least:\nThe cut points of 1.1 changed.\n',
    );
    expect(run('framework', 'release', '2.0.0').status).toBe(0);
  });

  it('publish writes a release into one file, with its checksum', () => {
    run('framework', 'release', '1.0.0');
    const { status, stdout } = run('framework', 'publish', '1.0.0', '--out', 'out');
    expect([status, stdout]).toEqual([0, `${join('out', 'crcn-1.0.0.json')}\n`]);
    const text = readFileSync(join(folder.root, 'out', 'crcn-1.0.0.json'), 'utf8');
    expect(readBundle(text).lock).toEqual(folder.read().releases[0]);
    expect(readFileSync(join(folder.root, 'out', 'crcn-1.0.0.json.sha256'), 'utf8')).toBe(
      `${createHash('sha256').update(text).digest('hex')}  crcn-1.0.0.json\n`,
    );
    expect(run('framework', 'publish', '1.1.0', '--out', 'out').status).toBe(1);
  });

  it('makes no release of an item whose wrong answer earns every point', () => {
    folder.write('items/1.1/villes.v1.yaml', looseTemplate);
    const { status, stdout, stderr } = run('framework', 'release', '1.0.0');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(join('crcn', 'items/1.1/villes.v1.yaml'));
    expect(folder.read().releases).toEqual([]);
  });
});

it.each(['items', 'framework'] as const)('%s tells how it is called', (command) => {
  for (const words of [[], ['dance'], ['check', '--fast']]) {
    const { status, stdout, stderr } = run(command, ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`npm run ${command} -- COMMAND`);
  }
});
