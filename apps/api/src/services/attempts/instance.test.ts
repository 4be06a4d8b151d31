import { describeKey, instantiate, keyResponse, present, score } from '@jalon/items';
import { describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { createEngines } from '../engine.ts';
import { instanceOf } from './instance.ts';

const release = smallRelease();
const newEngine = () => createEngines([release], release.version).current;
const references = [...release.items.values()].map(({ id, version }) => ({
  itemId: id,
  itemVersion: version,
  seed: 'a seed',
}));

describe('an instance', () => {
  it('is the one that its item version and seed stand for, drawn once', () => {
    const engine = newEngine();
    for (const reference of references) {
      const first = instanceOf(engine, reference);
      const { definition } = engine.item(reference.itemId, reference.itemVersion);
      expect(first).toEqual(instantiate(definition, reference.seed));
      expect(instanceOf(engine, reference)).toBe(first);
      const other = { ...reference, seed: 'another seed' };
      expect(instanceOf(engine, other)).toEqual(instantiate(definition, other.seed));
    }
  });

  it('is left as it is by whatever shows, scores and describes it', () => {
    const engine = newEngine();
    for (const reference of references) {
      const instance = instanceOf(engine, reference);
      const before = structuredClone(instance);
      present(instance);
      score(instance, keyResponse(instance));
      describeKey(instance);
      expect(instance).toEqual(before);
    }
  });
});
