import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { median } from './median.ts';

const command = fileURLToPath(new URL('./protect/once.ts', import.meta.url));
const SCHOOLS = 2_500;
const DEPARTMENTS = 101;
const ROUNDS = 3;
const SEED = 'protect';
/** An académie of ten départements, say. */
const FEW = { schools: 250, departments: 10 };

const told = z.object({
  schools: z.number(),
  cells: z.number(),
  small: z.number(),
  hidden: z.number(),
  linkedMs: z.number(),
  protectedMs: z.number(),
  peakMegabytes: z.number(),
});

/**
 * `protect [--schools N] [--rounds N]`: how long it takes to decide what stays hidden of one
 * competence of a country, all places in one table, each time in a process of its own. The ratio is
 * the time a cell takes over the same in a tenth of the schools.
 */
export async function benchProtect(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { schools: { type: 'string' }, rounds: { type: 'string' } },
  });
  const schools = Number(values.schools ?? SCHOOLS);
  const rounds = Array.from({ length: Number(values.rounds ?? ROUNDS) }, () => {
    const few = protect(FEW);
    return { few, all: protect({ schools, departments: DEPARTMENTS }) };
  });
  return median(
    rounds.map(({ few, all }) => all.protectedMs / all.cells / (few.protectedMs / few.cells)),
  );
}

function protect({ schools, departments }: { schools: number; departments: number }) {
  const words = [command, String(schools), String(departments), SEED];
  const answer = told.parse(
    JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1e6 })),
  );
  const share = (count: number) => `${((100 * count) / answer.cells).toFixed(1)} %`;
  console.log(
    [
      `${answer.schools} schools in ${departments} départements: ${answer.cells} cells`,
      `${share(answer.small)} under the minimum, ${share(answer.hidden)} hidden`,
      `linked in ${(answer.linkedMs / 1e3).toFixed(1)} s, protected in ${(answer.protectedMs / 1e3).toFixed(1)} s`,
      `${answer.peakMegabytes.toFixed(0)} MB at most`,
    ].join('; '),
  );
  return answer;
}
