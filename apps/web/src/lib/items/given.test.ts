import { describe, expect, it } from 'vitest';
import { givenIn, inGivenOrder, moved } from './given.ts';

describe('what a form held', () => {
  it('keeps every value of the answer’s fields and nothing else', () => {
    const form = new FormData();
    form.append('answer', 'o1');
    form.append('answer', 'o3');
    form.append('match-l1', 'r2');
    form.append('clientKey', 'secret');
    form.append('answer', new File(['x'], 'x.txt'));
    expect(givenIn(form)).toEqual({ answer: ['o1', 'o3'], 'match-l1': ['r2'] });
  });
});

describe('a list to put in order', () => {
  const list = [{ id: 'e1' }, { id: 'e2' }, { id: 'e3' }];
  const ids = (elements: readonly { id: string }[]) => elements.map(({ id }) => id).join();

  it('takes the places that were given, and leaves the others last', () => {
    const given = { 'position-e3': ['1'], 'position-e1': ['2'] };
    expect(ids(inGivenOrder(list, given))).toBe('e3,e1,e2');
    expect(ids(inGivenOrder(list, {}))).toBe('e1,e2,e3');
    expect(ids(inGivenOrder(list, { 'position-e2': ['first'] }))).toBe('e1,e2,e3');
  });

  it('moves one element by one place and loses none', () => {
    expect(ids(moved(list, 0, 1))).toBe('e2,e1,e3');
    expect(ids(moved(list, 2, -1))).toBe('e1,e3,e2');
  });

  it('stays as it is where an element would leave it', () => {
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 2, 1)).toBe(list);
    expect(moved(list, 7, 1)).toBe(list);
  });
});
