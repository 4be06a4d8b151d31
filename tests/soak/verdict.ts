import { inWords, type Ledger } from './ledger.ts';
import { type Findings, isClean } from './what-must-be-there.ts';

/** Says what a fault run found, `lost: N` last, and ends it: well where nothing was wrong. */
export function endWith(run: {
  ledger: Ledger;
  found: Findings;
  replayed: { results: number; responses: number; differences: number };
}): never {
  const { ledger, found, replayed } = run;
  const { results, responses, differences } = replayed;
  console.log(`acknowledged: ${ledger.entries.length}`);
  console.log(`refused, and sent again: ${inWords(ledger.refusals)}`);
  console.log(`replayed: ${responses} responses, ${results} results, differences: ${differences}`);
  console.log(`doubled: ${found.doubled}, torn: ${found.torn}`);
  console.log(`defects: ${inWords(ledger.defects)}`);
  console.log(`lost: ${found.lost}`);
  const isWell =
    isClean(found) &&
    differences === 0 &&
    ledger.defects.size === 0 &&
    ledger.entries.length > 0 &&
    responses >= ledger.entries.length;
  process.exit(isWell ? 0 : 1);
}
