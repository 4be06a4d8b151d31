import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerSerializer } from './answer-serializer.ts';

const schema = z.object({ name: z.string(), list: z.array(z.object({ n: z.int() })) });

function writer(strict: boolean) {
  const broken: string[] = [];
  const onBroken = (route: string, why: string) => void broken.push(`${route}: ${why}`);
  const compile = answerSerializer(onBroken, strict);
  const write = compile({ schema, method: 'GET', url: '/api/x', httpStatus: '200' });
  return { broken, write: (answer: unknown): unknown => JSON.parse(write(answer)) };
}

describe('an answer', () => {
  const answer = { name: 'é', list: [{ n: 1 }] };
  const leaking = { ...answer, list: [{ n: 1, cardDigest: 'x' }] };

  it('is written as JSON', () => {
    const { write, broken } = writer(true);
    expect(write(answer)).toEqual(answer);
    expect(broken).toEqual([]);
  });

  it('leaves without what the contract does not name', () => {
    expect(writer(false).write(leaking)).toEqual(answer);
  });

  it('that says more than the contract is reported where answers are checked', () => {
    const { write, broken } = writer(true);
    write(leaking);
    expect(broken).toEqual(['GET /api/x: more than is named']);
  });

  it('that breaks the contract is reported by its place, never by its content', () => {
    const { write, broken } = writer(false);
    write({ name: 'Zélie', list: [{ n: 'Zélie' }] });
    expect(broken).toEqual(['GET /api/x: list.0.n']);
  });
});
