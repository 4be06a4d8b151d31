import { describe, expect, it } from 'vitest';
import { beforeIn, changesOf, chosenByAddress, groupOf, typedIn } from './typed.ts';

function formOf(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('what is sent for a group', () => {
  it('is each pupil once, and the name as it was typed', () => {
    const form = formOf(['nom', ' Défi '], ['eleve', 'a'], ['eleve', 'b'], ['eleve', 'a']);
    expect(groupOf(typedIn(form))).toEqual({ name: ' Défi ', pupilIds: ['a', 'b'] });
  });

  it('is, of a change, what differs from what the form began with, and no more', () => {
    const before: [string, string][] = [
      ['nomAvant', 'Défi'],
      ['avant', 'a b'],
    ];
    const same = formOf(...before, ['nom', 'Défi '], ['eleve', 'a'], ['eleve', 'b']);
    expect(changesOf(typedIn(same), beforeIn(same))).toEqual({ name: null, add: [], remove: [] });
    const other = formOf(...before, ['nom', 'Soutien'], ['eleve', 'b'], ['eleve', 'c']);
    expect(changesOf(typedIn(other), beforeIn(other))).toEqual({
      ...{ name: 'Soutien', add: ['c'], remove: ['a'] },
    });
    const none = formOf(['nomAvant', 'Défi'], ['avant', ''], ['nom', '']);
    expect(changesOf(typedIn(none), beforeIn(none))).toEqual({ name: '', add: [], remove: [] });
  });
});

it('takes from an address those of the pupils who may be chosen', () => {
  const places = [
    { id: 'p', name: '6e A', kind: 'class' as const, pupils: ['a', 'b', 'c'].map(named) },
  ];
  const chosen = (query: string) => chosenByAddress(new URLSearchParams(query), places);
  expect(chosen('eleves=c,a,x')).toEqual(['a', 'c']);
  expect(chosen('eleves=')).toEqual([]);
  expect(chosen('')).toEqual([]);
});

const named = (id: string) => ({ id, name: id });
