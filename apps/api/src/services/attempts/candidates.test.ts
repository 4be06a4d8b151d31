import { exampleOf, itemDefinition, kindNames } from '@jalon/items';
import { expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { createEngines } from '../engine.ts';
import { candidatesOf, type ItemBounds } from './candidates.ts';

/** A competence with an item of each kind beside its ten choices, all of level 2. */
function everyKind() {
  const release = smallRelease();
  const items = kindNames.map((kind) =>
    itemDefinition.parse({
      ...{ id: `1.1-essai-${kind}`, version: 1, language: 'fr', competence: '1.1', kind },
      ...{ descriptor: '1.1.N2.1', level: 2, difficulty: { mean: -1, sd: 0.5 } },
      ...{ discrimination: 1.2, title: 'Un essai', prompt: 'Que faire ?' },
      feedback: { correct: 'Oui, c’est bien cela.', incorrect: 'Relis bien la consigne.' },
      ...exampleOf(kind),
    }),
  );
  const whole = {
    ...release,
    items: new Map([...release.items, ...items.map((item) => [`${item.id}@1`, item] as const)]),
  };
  const competence = createEngines([whole], whole.version).current.competences.get('1.1');
  if (!competence) throw new Error('The release has lost its competence.');
  return competence;
}

const anything: ItemBounds = { levelFrom: null, levelTo: null, reach: 'any' };
const kindsOf = (bounds: Partial<ItemBounds>) =>
  new Set(
    candidatesOf(everyKind(), { ...anything, ...bounds }).map(({ definition }) => definition.kind),
  );

it('gives every kind to whoever may aim', () => {
  expect([...kindsOf({})].toSorted()).toEqual(kindNames.toSorted());
});

it('gives whoever cannot aim all kinds but those that ask for it', () => {
  const fine = ['hotspot', 'select', 'slider', 'spreadsheet'];
  const left = kindNames.filter((kind) => !fine.includes(kind));
  expect(left).toHaveLength(kindNames.length - fine.length);
  expect([...kindsOf({ reach: 'no-fine-pointing' })].toSorted()).toEqual(left.toSorted());
});

it('keeps to the levels too', () => {
  const ofLevelThree = candidatesOf(everyKind(), {
    ...{ levelFrom: 3, levelTo: 3, reach: 'no-fine-pointing' },
  });
  expect(ofLevelThree.map(({ definition: { kind, level } }) => [kind, level])).toEqual([
    ['choice', 3],
    ['choice', 3],
  ]);
});
