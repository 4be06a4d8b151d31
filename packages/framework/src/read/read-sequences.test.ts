import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSequences } from './read-sequences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-sequences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = { competences: [{ code: '1.1' }, { code: '1.2' }] };
const written = (id: string, competences: string) => `
  - id: ${id}
    title: { fr: Chercher, en: Search }
    about: { fr: Pour commencer., en: To begin with. }
    competences: [${competences}]
    mode: practice
    feedback: now
`;
const read = (...parts: string[]) => {
  writeFileSync(join(folder, 'sequences.yaml'), `sequences:${parts.join('')}`);
  return readSequences(folder, own, folder);
};

describe('ready-made sequences', () => {
  it('are none where there is no file', () => {
    expect(readSequences(folder, own)).toEqual({ sequences: [], problems: [] });
  });

  it('are read in their order', () => {
    const { sequences, problems } = read(written('b', "'1.2', '1.1'"), written('a', "'1.1'"));
    expect(problems).toEqual([]);
    expect(sequences.map(({ id, competences }) => [id, competences])).toEqual([
      ['b', ['1.2', '1.1']],
      ['a', ['1.1']],
    ]);
  });

  it('say what is wrong: ids twice, competences twice or unknown, and fields', () => {
    const { problems } = read(written('a', "'1.1', '1.1'"), written('a', "'9.9'"));
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'sequences.yaml: Sequence a names competence 1.1 twice.',
      'sequences.yaml: Two sequences have the id a.',
      'sequences.yaml: Sequence a names competence 9.9, which the framework does not have.',
    ]);
    expect(read('\n  - id: a').problems).not.toEqual([]);
  });
});
