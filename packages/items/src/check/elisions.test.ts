import { describe, expect, it } from 'vitest';
import { instantiate } from '../instance.ts';
import { item } from '../testing/definitions.ts';
import { checkItem } from './check-item.ts';
import { elisionIn, missingElision } from './elisions.ts';

describe('a missing elision', () => {
  it.each([
    ['Le paragraphe de Inès a disparu.', 'de Inès'],
    ['Fais ce que Awa demande.', 'que Awa'],
    ['Il reçoit de un ami une photo.', 'de un'],
    ['Lorsque Élise arrive', 'Lorsque Élise'],
    ['Le code de **Adam**', 'de Adam'],
  ])('in “%s” is %s', (text, found) => {
    expect(missingElision(text)).toBe(found);
  });

  it.each([
    'Le paragraphe d’Inès, ce qu’Awa demande, près de Manon.',
    'La pièce de onze élèves',
    'Il joue de ukulélé. Le vent de ouest.',
    'Propriétés de IMG_0412',
    'quelque autre, presque identique',
    'Regarde-le : une idée de 8 élèves',
  ])('is not in “%s”', (text) => {
    expect(missingElision(text)).toBeNull();
  });

  it('is told of an item with the seed that shows it, once', () => {
    const wrong = {
      ...item('choice'),
      variables: { qui: { pick: ['Manon', 'Inès', 'Tom', 'Malo', 'Lina', 'Zoé'] } },
      prompt: 'Que faut-il dire de {{ qui }} ?',
    };
    const found = checkItem(wrong, { seeds: 50 });
    expect(found).toMatchObject([{ code: 'elision', severity: 'warning' }]);
    expect(found[0]?.message).toContain('de Inès');
    const seed = found[0]?.seed ?? '';
    expect(elisionIn(instantiate(wrong, seed))).toBe('de Inès');
  });
});
