import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerSerializer } from './answer-serializer.ts';

const schema = z.object({ name: z.string(), list: z.array(z.object({ n: z.int() })) });
const compile = (check: boolean) =>
  answerSerializer(check)({ schema, method: 'GET', url: '/api/x', httpStatus: '200' });

describe('an answer', () => {
  it('is written as JSON', () => {
    const answer = { name: 'é', list: [{ n: 1 }] };
    for (const check of [true, false]) {
      expect(JSON.parse(compile(check)(answer))).toEqual(answer);
    }
  });

  it('that breaks the contract, or says more than it, fails where answers are checked', () => {
    const write = compile(true);
    expect(() => write({ name: 1, list: [] })).toThrow('GET /api/x broke the contract');
    expect(() => write({ name: 'a', list: [{ n: 1, cardDigest: 'x' }] })).toThrow(
      'GET /api/x answered with more than the contract names.',
    );
  });
});
