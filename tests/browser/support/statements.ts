import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStatement } from '@jalon/framework';
import { expect } from 'vitest';

const verifier = fileURLToPath(
  new URL('../../../packages/framework/src/cli/framework.ts', import.meta.url),
);

/** A statement that was saved is one, and the command that checks statements makes the same result. */
export async function expectStatementHolds(file: string): Promise<void> {
  const { read, problems } = readStatement(readFileSync(file, 'utf8'));
  expect(problems).toEqual([]);
  const told = execFileSync(process.execPath, [verifier, 'verify', file], { encoding: 'utf8' });
  expect(told).toMatch(new RegExp(`^level ${read?.result.level} .*^problems: 0$`, 'ms'));
}
