import { summarizeBank, summaryText } from '../check/bank-summary.ts';
import { drawItems, seedsPerItem, twinItems } from '../check/draw-items.ts';
import { problemText } from '../problem.ts';
import { readWithProblems } from './folder.ts';

/** Prints what the bank holds, then what is wrong in its files and in what its items draw. */
export function checkItems({ json }: { json: boolean }): void {
  const { bank, edition, problems } = readWithProblems();
  // Older versions are locked as they are: only the newest can still be corrected.
  const items = edition?.items ?? bank.items;
  const competences = summarizeBank(items.map(({ value }) => value));
  const drawn = [...drawItems(items), ...twinItems(items)];
  const errors = problems.length + drawn.filter(({ severity }) => severity === 'error').length;
  const all = [...problems.map((problem) => ({ ...problem, severity: 'error' })), ...drawn];
  if (json) {
    console.log(JSON.stringify({ ok: errors === 0, competences, problems: all }, null, 2));
  } else {
    for (const summary of competences) console.log(summaryText(summary));
    for (const problem of all) console.log(problemText(problem));
    console.log(
      `${items.length} items drawn ${seedsPerItem} times: ${errors} errors, ${all.length - errors} warnings`,
    );
  }
  if (errors > 0) process.exitCode = 1;
}
