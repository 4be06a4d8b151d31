import { checkItem, itemDefinition, kindNames } from '@jalon/items';
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { TemporaryFolder } from '../testing/folder.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { itemSkeleton } from './item-skeleton.ts';

const folder = new TemporaryFolder();
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));
const { framework, scale } = folder.edition();
const competences = framework.value.competences;
const discrimination = Object.fromEntries(kindNames.map((kind) => [kind, 1.2]));
const everyKind = { ...scale.value, discrimination };

it.each(kindNames)('begins a %s that passes every check as it is', (kind) => {
  for (const { code: competence, descriptors } of competences) {
    const [descriptor] = descriptors;
    if (!descriptor) throw new Error(`${competence} has no descriptor`);
    const text = itemSkeleton({ competence, name: 'essai', kind, descriptor, scale: everyKind });
    if (text === null) throw new Error(`The scale says nothing of ${kind}.`);
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

it('begins none of a kind whose discrimination the scale does not say', () => {
  const [competence] = competences;
  const [descriptor] = competence?.descriptors ?? [];
  if (!competence || !descriptor) throw new Error('The edition is empty.');
  const request = { competence: competence.code, name: 'essai', kind: 'chat' as const, descriptor };
  const silent = { ...scale.value, discrimination: {} };
  expect(itemSkeleton({ ...request, scale: silent })).toBeNull();
});
