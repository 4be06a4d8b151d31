import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { openStore } from '@jalon/store';
import { readConfig } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import { replayResults } from '../services/replay.ts';

/** `npm run results -- replay`: every result made again from its responses. */
const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.join(' ') !== 'replay') {
  console.error('Usage: npm run results -- replay');
  process.exit(2);
}
const reading = readConfig(process.env);
if (!reading.ok) {
  for (const problem of reading.problems) console.error(problem);
  process.exit(1);
}
const { dataFolder, frameworkFolder } = reading.settings;
const store = openStore(join(dataFolder, 'jalon.sqlite'));
const replay = await replayResults(store, loadEngines(frameworkFolder));
store.close();

for (const { attemptId, what, kept, replayed } of replay.differences) {
  console.log(`${attemptId}: ${what}: kept ${String(kept)}, replayed ${String(replayed)}`);
}
console.log(
  `${replay.attempts} attempts, ${replay.responses} responses, ${replay.results} results replayed`,
);
console.log(`differences: ${replay.differences.length}`);
process.exit(replay.differences.length === 0 ? 0 : 1);
