import type { Problem } from '@jalon/types';
import { expect, it } from 'vitest';
import { fieldsAtFault } from './places.ts';

const refusal = (places?: Problem['places']): Problem => ({
  type: 'about:blank',
  code: 'bad-request',
  title: 'Demande mal formée',
  status: 400,
  detail: 'Corrigez ce qui est indiqué.',
  instance: 'req-1',
  ...(places && { places }),
});

it('names the fields of the body that do not fit', () => {
  const places = [
    { pointer: '/body/title', message: '…' },
    { pointer: '/body/rules/1/kind', message: '…' },
    { pointer: '/params/classId', message: '…' },
  ];
  expect([...fieldsAtFault(refusal(places))]).toEqual(['title', 'rules']);
  expect(fieldsAtFault(refusal()).size).toBe(0);
});
