import { kindNames } from '@jalon/items';
import { checkItem, itemDefinition } from '@jalon/items';
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { TemporaryFolder } from '../testing/folder.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { itemSkeleton } from './item-skeleton.ts';

const folder = new TemporaryFolder();
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));
const { framework, scale } = folder.edition();
const competences = framework.value.competences;

it.each(kindNames)('begins a %s that passes every check as it is', (kind) => {
  for (const { code: competence, descriptors } of competences) {
    const [descriptor] = descriptors;
    if (!descriptor) throw new Error(`${competence} has no descriptor`);
    const text = itemSkeleton({ competence, name: 'essai', kind, descriptor, scale: scale.value });
    const reading = readYaml('essai.v1.yaml', text, itemDefinition);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.value).toMatchObject({ id: `${competence}-essai`, kind });
    expect(checkItem(reading.value, { seeds: 50 })).toEqual([]);
  }
});

it('begins every kind there is', () => {
  const [issue] = itemDefinition.safeParse({ kind: 'none' }).error?.issues ?? [];
  expect(issue).toMatchObject({ options: [...kindNames] });
});
