import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftGallery } from './draft-gallery.ts';
import { loadEngines } from './load-engines.ts';
import { listGallery } from './services/gallery/list.ts';
import { showItem } from './services/gallery/show.ts';
import { Refusal } from './services/refusal.ts';

const repository = fileURLToPath(new URL('../../../competence-framework/crcn', import.meta.url));
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
prompt: Que faire ?
options:
  - { text: Ceci, key: true }
  - { text: Cela, feedback: Non. }
feedback: { correct: Oui., incorrect: Non. }
`;

let root: string;
let changes = 0;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jalon-draft-'));
  cpSync(repository, join(root, 'crcn'), { recursive: true });
  write(written);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = (version = 1) => join(root, `crcn/items/1.1/brouillon.v${version}.yaml`);
/** Writes the item; the clock of a file system may be too coarse to tell two changes apart. */
function write(text: string, version = 1) {
  writeFileSync(file(version), text);
  changes += 1;
  utimesSync(file(version), 1000, 1000 + changes);
}
const change = (from: string, to: string) => write(written.replace(from, () => to));

describe('a gallery of the working folder', () => {
  it('shows an item that is in no release, with its key', () => {
    const bank = draftGallery(root).bank();
    expect(listGallery(bank).items).toContainEqual(
      expect.objectContaining({ id, title: 'Un brouillon', kind: 'choice' }),
    );
    const { shown, problems } = showItem(bank, id, '1');
    expect(shown).toMatchObject({ key: 'Ceci', points: 1, item: { prompt: 'Que faire ?' } });
    expect(problems).toEqual([]);
  });

  it('is read again once a file has changed, and not before', () => {
    const source = draftGallery(root);
    const first = source.bank();
    expect(source.draft()).toBe(first.draft);
    expect(source.bank()).toBe(first);
    change('Que faire ?', 'Que choisir ?');
    expect(source.draft()).not.toBe(first.draft);
    expect(showItem(source.bank(), id, '1').shown?.item.prompt).toBe('Que choisir ?');
  });

  it('shows the mistakes of an item that cannot be read, by their lines, instead of the item', () => {
    change('prompt:', 'promt:');
    const bank = draftGallery(root).bank();
    const { shown, problems } = showItem(bank, id, '1');
    expect(shown).toBeNull();
    expect(problems).toContainEqual({
      itemId: id,
      place: { path: 'crcn/items/1.1/brouillon.v1.yaml', line: 11 },
      message: '`promt` is not a field here.',
      instead: 'prompt:',
      severity: 'error',
    });
    expect(listGallery(bank).problems).toEqual(problems);
  });

  it('never shows an older version in place of a newer one that cannot be read', () => {
    write('id: [', 2);
    const { shown, problems } = showItem(draftGallery(root).bank(), id, '1');
    expect(shown).toBeNull();
    expect(problems[0]?.place?.path).toBe('crcn/items/1.1/brouillon.v2.yaml');
  });

  it('tells what many seeds show to be wrong, beside the item', () => {
    const cities = 'variables: { ville: { pick: [Nice, Brest] } }\nprompt:';
    change('prompt:', cities);
    write(readFileSync(file(), 'utf8').replace('Ceci', "'{{ ville }}'").replace('Cela', 'Nice'));
    const { shown, problems } = showItem(draftGallery(root).bank(), id, '1');
    expect(shown?.title).toBe('Un brouillon');
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Two parts show the same text'),
    );
  });

  it('says why a seed cannot be drawn', () => {
    change('Que faire ?', "'{{ personne }} ?'");
    const { shown, problems } = showItem(draftGallery(root).bank(), id, '3');
    expect(shown).toBeNull();
    expect(problems.at(-1)?.message).toMatch(/^Seed 3 cannot be drawn: .+/);
  });

  it('shows no item while the framework cannot be read, and says so', () => {
    const source = draftGallery(root);
    const framework = join(root, 'crcn/framework.yaml');
    writeFileSync(framework, readFileSync(framework, 'utf8').replace('domains:', 'domain:'));
    const bank = source.bank();
    expect(listGallery(bank).problems[0]?.place?.path).toBe('crcn/framework.yaml');
    expect(() => showItem(bank, id, '1')).toThrow(Refusal);
  });
});

describe('the releases, while an item is half written', () => {
  it('hold as they are, which a service that does not show drafts refuses to rely on', () => {
    change('prompt:', 'promt:');
    expect(loadEngines(root, { writing: true }).current.reference.version).toBe(
      loadEngines(join(repository, '..')).current.reference.version,
    );
    expect(() => loadEngines(root)).toThrow(/brouillon\.v1\.yaml:11: `promt` is not a field here/);
  });
});
