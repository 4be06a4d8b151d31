import { expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';

it('tells what failed and where, in one line, and nothing that a person wrote', () => {
  const line = describeFailure(new TypeError('"Zélie" is not valid JSON'), 1_000);
  expect(line).not.toContain('\n');
  expect(line).not.toContain('Zélie');
  expect(JSON.parse(line)).toMatchObject({ level: 50, time: 1_000, err: { type: 'TypeError' } });
  expect(line).toContain('describe-failure.test.ts');
  expect(describeFailure('Zélie', 1_000)).not.toContain('Zélie');
});
