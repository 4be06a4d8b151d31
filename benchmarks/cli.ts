import { parseArgs } from 'node:util';
import { benchAnswerPath } from './answer-path.ts';

/** `npm run bench -- NAME`: a benchmark; its last line is `ratio: X`, ours over the baseline. */
const benchmarks: Record<string, () => Promise<number>> = { answer: benchAnswerPath };

const { positionals } = parseArgs({ allowPositionals: true });
const bench = benchmarks[positionals.join(' ')];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(benchmarks).join('|')}`);
  process.exit(2);
}
const ratio = await bench();
console.log(`ratio: ${ratio.toFixed(2)}`);
