import { expect, it } from 'vitest';
import { readTapped } from './tapped-row.ts';

function sent(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

it('is what was touched before, in its order, and then what is touched now', () => {
  expect(readTapped(sent())).toEqual([]);
  expect(readTapped(sent(['image', 'key']))).toEqual(['key']);
  const third = sent(['choisie', 'cat'], ['choisie', 'cat'], ['image', 'key']);
  expect(readTapped(third)).toEqual(['cat', 'cat', 'key']);
  const whole = sent(['choisie', 'cat'], ['choisie', 'sun'], ['choisie', 'key']);
  expect(readTapped(whole)).toEqual(['cat', 'sun', 'key']);
});

it('begins again where that is asked, and takes no more than three, nor what is no picture', () => {
  expect(readTapped(sent(['choisie', 'cat'], ['effacer', 'oui']))).toEqual([]);
  const many = sent(...Array.from({ length: 5 }, (): [string, string] => ['choisie', 'sun']));
  expect(readTapped(many)).toHaveLength(3);
  expect(readTapped(sent(['choisie', 'dog'], ['image', '']))).toEqual([]);
});
