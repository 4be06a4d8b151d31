import { expect, it } from 'vitest';
import { isWeakPassword } from './weak-passwords.ts';

const account = { name: 'Dominique Laurier', email: 'dlaurier@ac-lyon.example' };

it.each([
  ...['motdepasse2026', 'Motdepasse1234!', 'azertyazerty12', 'aaaaaaaaaaaaaa', '121212121212'],
  ...[
    'dominiquelaurier',
    'Laurier-Laurier-1',
    'jalon jalon jalon',
    'Collège 123456',
    'dlaurier@ac-lyon',
  ],
])('refuses %s', (password) => {
  expect(isWeakPassword(password, account)).toBe(true);
});

it.each([
  'écluse vélo ananas tulipe',
  'mon chat dort sur le toit',
  'x7%Kd93-qTz1',
  'Laurier rose du jardin',
])('takes %s', (password) => {
  expect(isWeakPassword(password, account)).toBe(false);
});
