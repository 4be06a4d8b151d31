import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRelease } from '../read/write-release.ts';
import type { ReleaseLock } from '../schema/release.ts';
import { goodItem, itemFile, TemporaryFolder } from '../testing/folder.ts';
import { buildRelease, ReleaseRefused } from './build.ts';
import { diffNames, diffReleases, diffText } from './diff.ts';
import { contentHash } from './hash.ts';
import { loadRelease, ReleaseBroken } from './load.ts';
import { compareVersions } from './semver.ts';
import { verifyRelease } from './verify.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => rmSync(folder.root, { recursive: true, force: true }));

const release = (version = '1.0.0', previous?: ReleaseLock) =>
  buildRelease({ ...folder.edition(), version, engine: 'engine 1', previous });

describe('the hash of a content', () => {
  const content = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
    { minKeys: 2 },
  );

  it('is that of its canonical form (RFC 8785)', () => {
    expect(contentHash({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
    expect(contentHash({ b: [1e21, 0.1, 'é'], a: null })).toBe(
      '252e94037390695fa102e3623d95c8ae56ecdf448dd89112f10ee2bb277ed612',
    );
  });

  it('is the same however a number is written', () => {
    const written = ['{"a":100,"b":0.1}', '{"a":1e2,"b":1e-1}', '{"a":100.0,"b":0.10}'];
    expect(new Set(written.map((text) => contentHash(JSON.parse(text)))).size).toBe(1);
  });

  it('is the same in any order of keys', () => {
    fc.assert(
      fc.property(content, (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        expect(contentHash(turned)).toBe(contentHash(fields));
      }),
    );
  });

  it('is another once any field changes or goes', () => {
    fc.assert(
      fc.property(content, fc.nat(), (fields, pick) => {
        const entries = Object.entries(fields);
        const at = pick % entries.length;
        const gone = Object.fromEntries(entries.filter((_, index) => index !== at));
        const changed = Object.fromEntries(
          entries.map(([key, value], index) => [key, index === at ? [value] : value]),
        );
        const hashes = [fields, gone, changed].map(contentHash);
        expect(new Set(hashes).size).toBe(3);
      }),
    );
  });
});

describe('a release', () => {
  it('is the same however its files are laid out, and another once their content changes', () => {
    const before = release();
    folder.change(itemFile, 'level: 2\n', '');
    folder.change(itemFile, 'id: 1.1-essai', '# a comment\nlevel:   2\nid:  "1.1-essai"');
    folder.change(
      itemFile,
      '{ correct: Oui., incorrect: Non. }',
      '\n  incorrect: Non.\n  correct: Oui.',
    );
    expect(release()).toEqual(before);
    folder.change(itemFile, 'Ceci', 'Cecy');
    expect(release().sha256).not.toBe(before.sha256);
  });

  it('holds the newest version of each item', () => {
    folder.write('items/1.1/essai.v2.yaml', goodItem.replace('version: 1', 'version: 2'));
    expect(release().items.map(({ id, version }) => [id, version])).toEqual([['1.1-essai', 2]]);
  });

  it('runs with what it locks, and no more', () => {
    const lock = release();
    const next = folder.text('scale.yaml').replace('version: 1.0.0', 'version: 1.1.0');
    folder.write('scale.1.1.0.yaml', next.replaceAll('sd: 1.5', 'sd: 1.4'));
    folder.write('items/1.1/essai.v2.yaml', goodItem.replace('version: 1', 'version: 2'));
    const loaded = loadRelease(folder.read().bank, lock);
    expect([...loaded.items.keys()]).toEqual(['1.1-essai@1']);
    expect(loaded.items.get('1.1-essai@1')?.title).toBe('Un essai');
    expect(loaded.scale.competences['1.1']?.prior.sd).toBe(1.5);
    expect(loaded.sha256).toBe(lock.sha256);
    const after = loadRelease(folder.read().bank, release('1.1.0', lock));
    expect(after.scale.competences['1.1']?.prior.sd).toBe(1.4);
  });

  it('needs items, and a version greater than the one before', () => {
    const first = release('1.9.0');
    expect(() => release('1.9.0', first)).toThrow(ReleaseRefused);
    expect(() => release('1.2.0', first)).toThrow('greater');
    expect(release('1.10.0', first).version).toBe('1.10.0');
    expect(() =>
      buildRelease({ ...folder.edition(), items: [], version: '1.0.0', engine: 'engine 1' }),
    ).toThrow('no items');
  });

  it('is written once, never over another', () => {
    const lock = release();
    const file = writeRelease(folder.path, lock);
    const text = folder.text('releases/1.0.0.json');
    expect(writeRelease(folder.path, lock)).toBe(file);
    folder.change(itemFile, 'Ceci', 'Cecy');
    expect(() => writeRelease(folder.path, release())).toThrow(ReleaseRefused);
    expect(folder.text('releases/1.0.0.json')).toBe(text);
    expect(folder.read().releases).toEqual([lock]);
  });
});

describe('a published release', () => {
  it.each([
    [
      'one letter of an item changed',
      () => folder.change(itemFile, 'Ceci', 'Cecy'),
      /^items\/1.1\/essai.v1.yaml is locked by release 1.0.0 and has changed. .* new version in items\/1.1\/essai.v2.yaml/,
    ],
    [
      'an item’s file is gone',
      () => rmSync(join(folder.path, itemFile)),
      /^The item 1.1-essai@1 is locked by release 1.0.0 and is gone. .* new version/,
    ],
    [
      'a figure of the scale changed',
      () => folder.change('scale.yaml', 'sd: 1.5', 'sd: 1.6'),
      /^scale.yaml .* has changed. .* new version in scale.1.1.0.yaml/,
    ],
    [
      'the scale was changed into another version in its place',
      () => folder.change('scale.yaml', 'version: 1.0.0', 'version: 1.1.0'),
      /^The scale 1.0.0 .* is gone. .* new version in scale.1.1.0.yaml/,
    ],
    [
      'one word of the framework changed',
      () => folder.change('framework.yaml', 'Lire et repérer', 'Lire et trouver'),
      /^framework.yaml .* has changed. .* new version in framework.1.1.0.yaml/,
    ],
    [
      'the release’s own file changed',
      () => folder.change('releases/1.0.0.json', 'engine 1', 'engine 2'),
      /^releases\/1.0.0.json was changed .* new release/,
    ],
  ])('does not hold once %s', (_, alter, sentence) => {
    writeRelease(folder.path, release());
    const problems = () => {
      const { bank, releases } = folder.read();
      return releases.flatMap((lock) => verifyRelease(bank, lock));
    };
    expect(problems()).toEqual([]);
    alter();
    expect(problems()).toEqual([expect.stringMatching(sentence)]);
    const { bank, releases } = folder.read();
    for (const lock of releases) expect(() => loadRelease(bank, lock)).toThrow(ReleaseBroken);
  });

  it('is told by line where its file is not a release', () => {
    writeRelease(folder.path, release());
    folder.change('releases/1.0.0.json', '"engine": "engine 1"', '"motor": "engine 1"');
    const { problems, releases } = folder.read();
    expect(releases).toEqual([]);
    expect(problems.map(({ path, line, message }) => [path, line, message])).toEqual([
      ['releases/1.0.0.json', 1, '`engine` is missing.'],
      ['releases/1.0.0.json', 12, '`motor` is not a field here.'],
    ]);
  });
});

it('tells two releases apart by what they lock', () => {
  folder.write('items/1.1/partant.v1.yaml', goodItem.replace('1.1-essai', '1.1-partant'));
  const before = release();
  rmSync(join(folder.path, 'items/1.1/partant.v1.yaml'));
  folder.write('items/1.1/venu.v1.yaml', goodItem.replace('1.1-essai', '1.1-venu'));
  folder.write('items/1.1/essai.v2.yaml', goodItem.replace('version: 1', 'version: 2'));
  folder.change('scale.yaml', 'sd: 1.5', 'sd: 1.6');
  const found = diffReleases(before, release('1.1.0', before));
  expect(diffNames(found)).toEqual({
    framework: false,
    scale: true,
    engine: false,
    added: ['1.1-venu'],
    removed: ['1.1-partant'],
    changed: ['1.1-essai: 1 -> 2'],
  });
  expect(diffText(found).split('\n').slice(0, 5)).toEqual([
    'framework: the same',
    'scale: changed',
    'engine: the same',
    'items added: 1',
    '  1.1-venu',
  ]);
});

it('orders versions by their numbers', () => {
  const sorted = ['1.10.0', '2.0.0', '1.2.10', '1.2.9'].sort(compareVersions);
  expect(sorted).toEqual(['1.2.9', '1.2.10', '1.10.0', '2.0.0']);
});
