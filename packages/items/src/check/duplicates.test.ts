import { describe, expect, it } from 'vitest';
import { present } from '../index.ts';
import { instantiate } from '../instance.ts';
import { item } from '../testing/definitions.ts';
import { twinsAmong } from './duplicates.ts';

const said = (prompt: string) => ({
  prompt,
  shown: present(instantiate(item('choice', { prompt }), 'a')),
});
const LONG = 'Lina cherche une photo de renard pour son exposé sur les animaux de la forêt';

describe('items that say the same', () => {
  it('are told, with how much they share', () => {
    const all = [
      said(LONG),
      said(`${LONG}, et la montre.`),
      said('Que fait Tom quand le son de la tablette ne marche plus depuis ce matin ?'),
    ];
    const twins = twinsAmong(all, ({ shown }) => shown);
    expect(twins.map(({ one, other }) => [one.prompt, other.prompt])).toEqual([
      [LONG, `${LONG}, et la montre.`],
    ]);
    expect(twins[0]?.share).toBeGreaterThan(0.7);
    expect(twins[0]?.share).toBeLessThan(1);
  });

  it('share everything with themselves, and nothing where nothing is long enough', () => {
    expect(twinsAmong([said(LONG), said(LONG)], ({ shown }) => shown)[0]?.share).toBe(1);
    expect(twinsAmong([], () => said(LONG).shown)).toEqual([]);
  });
});
