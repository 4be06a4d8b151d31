import type { ClassPicture } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { groupPupils } from './groups.ts';
import { assessedIn, groupingsOf, viewOf } from './view.ts';

type Pupil = ClassPicture['pupils'][number];

const cell = (competence: string, level: number) => ({
  competence,
  attemptId: `attempt-${competence}`,
  finishedAt: '2026-11-24T09:00:00.000Z',
  responses: 10,
  level: { level, band: 'Novice', probability: 0.6, withinOne: 0.9, probabilities: [0.6, 0.4] },
});

const pupil = (name: string, over: Partial<Pupil> = {}): Pupil => ({
  ...{ id: name, name, className: '6e A', yearGroup: '6e', cells: [], rereadings: [] },
  ...over,
});

const picture = (pupils: Pupil[], kind: 'class' | 'group' = 'class') => ({
  class: { kind },
  competences: ['1.1', '1.2', '1.3'].map((code) => ({ code, name: `Compétence ${code}` })),
  pupils,
});

const ali = pupil('Ali', { cells: [cell('1.2', 3)] });
const bea = pupil('Bea', { cells: [cell('1.2', 1), cell('1.3', 2)] });
const chloe = pupil('Chloé');
const dana = pupil('Dana', {
  rereadings: [{ ...cell('1.2', 1), from: '1.0.0', linkError: 0 }],
});
const measured = picture([ali, bea, chloe, dana]);

const view = (of: ReturnType<typeof picture>, query: string) =>
  viewOf(of, new URLSearchParams(query));

describe('the view that an address asks for', () => {
  it('is an order and a grouping, and nothing where it names what is not there', () => {
    expect(view(measured, '')).toEqual({ orderedBy: undefined, groupedBy: undefined });
    expect(view(measured, 'ordre=1.3&groupe=niveau')).toEqual({
      ...{ orderedBy: '1.3', groupedBy: 'niveau' },
    });
    expect(view(measured, 'ordre=9.9&groupe=couleur')).toEqual({
      ...{ orderedBy: undefined, groupedBy: undefined },
    });
    // All are of one class and one year group: neither tells them apart.
    expect(view(measured, 'groupe=classe').groupedBy).toBeUndefined();
    expect(view(measured, 'groupe=annee').groupedBy).toBeUndefined();
  });

  it('takes the first competence with a result for levels of none in particular', () => {
    expect(view(measured, 'groupe=niveau')).toEqual({ orderedBy: '1.2', groupedBy: 'niveau' });
    expect(view(picture([chloe]), 'groupe=niveau')).toEqual({
      ...{ orderedBy: undefined, groupedBy: undefined },
    });
  });

  it('may group by class in a group of several, and by year group where there are several', () => {
    const guest = pupil('Enzo', { className: '6e B' });
    expect(groupingsOf(picture([ali, guest], 'group'))).toEqual(['niveau', 'classe']);
    expect(groupingsOf(picture([chloe, pupil('Flo')], 'group'))).toEqual([]);
    const two = [pupil('Gil', { yearGroup: 'CE2' }), pupil('Ines', { yearGroup: 'CE1' })];
    expect(groupingsOf(picture(two))).toEqual(['annee']);
  });

  it('has a column for each competence that somebody has a result in, read again or not', () => {
    expect(assessedIn(measured).map(({ code }) => code)).toEqual(['1.2', '1.3']);
    expect(assessedIn(picture([dana])).map(({ code }) => code)).toEqual(['1.2']);
  });
});

describe('pupils in groups', () => {
  const grouped = (of: ReturnType<typeof picture>, query: string) =>
    groupPupils(of.pupils, view(of, query)).map((group) => [
      group.of,
      group.pupils.map(({ name }) => name),
    ]);

  it('are together by level, lowest first, with those without a result at the end', () => {
    expect(grouped(measured, 'ordre=1.2&groupe=niveau')).toEqual([
      [{ level: 1 }, ['Bea', 'Dana']],
      [{ level: 3 }, ['Ali']],
      [{ level: null }, ['Chloé']],
    ]);
  });

  it('are together by class, as lists of classes are read', () => {
    const of = picture(
      ['6e 10', '6e 2', '5e A'].map((className) => pupil(className, { className })),
      'group',
    );
    expect(grouped(of, 'groupe=classe').map(([name]) => name)).toEqual([
      ...[{ name: '5e A' }, { name: '6e 2' }, { name: '6e 10' }],
    ]);
  });

  it('are together by year group, as school has them', () => {
    const of = picture(
      ['5e', 'CM2', '6e', 'ULIS', 'CP'].map((yearGroup) => pupil(yearGroup, { yearGroup })),
    );
    expect(grouped(of, 'groupe=annee').map(([name]) => name)).toEqual(
      ['CP', 'CM2', '6e', '5e', 'ULIS'].map((name) => ({ name })),
    );
  });

  it('are in no group where none is asked for', () => {
    expect(grouped(measured, 'ordre=1.2')).toEqual([]);
  });
});
