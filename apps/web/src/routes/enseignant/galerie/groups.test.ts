import { kindNames } from '@jalon/items/contract';
import type { GalleryEntry } from '@jalon/types';
import { expect, it } from 'vitest';
import { groupByKind } from './groups.ts';

const competences = [
  { code: '1.1', name: 'Mener une recherche' },
  { code: '4.2', name: 'Protéger les données' },
];
const item = (kind: GalleryEntry['kind'], competence: string, level: number): GalleryEntry => ({
  id: `${competence}-${kind}-${level}`,
  title: `${kind} ${level}`,
  kind,
  competence,
  level,
});
const gallery = (items: GalleryEntry[]) => ({ draft: null, competences, items, problems: [] });

it('groups items by kind, then competence, the easiest first, and leaves out what is empty', () => {
  const groups = groupByKind(
    gallery([
      item('text', '4.2', 1),
      item('choice', '4.2', 3),
      item('choice', '1.1', 4),
      item('choice', '4.2', 2),
    ]),
  );
  expect(groups.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['choice 3', 'text 1']);
  expect(
    groups[0]?.competences.map(({ competence, items }) => [
      competence.code,
      items.map(({ level }) => level),
    ]),
  ).toEqual([
    ['1.1', [4]],
    ['4.2', [2, 3]],
  ]);
});

it('has a place for every kind of item', () => {
  const groups = groupByKind(gallery(kindNames.map((kind) => item(kind, '1.1', 1))));
  expect(groups.map(({ kind }) => kind).sort()).toEqual([...kindNames].sort());
});
