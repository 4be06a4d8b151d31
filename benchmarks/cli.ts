import { benchAnswerPath } from './answer-path.ts';
import { benchCohorts } from './cohorts.ts';
import { benchCountry } from './country.ts';
import { benchEfficiency } from './efficiency.ts';
import { benchGrowth } from './growth.ts';
import { benchProtect } from './protect.ts';
import { benchReplay } from './replay.ts';
import { benchPages } from './pages.ts';
import { benchMeasurement } from './measurement.ts';

/**
 * `npm run bench -- NAME [OPTION …]`: a benchmark; the last line of those that compare is
 * `ratio: X`, ours over the baseline.
 */
const benchmarks: Record<string, (words: readonly string[]) => Promise<number | null>> = {
  answer: benchAnswerPath,
  growth: benchGrowth,
  country: benchCountry,
  cohorts: benchCohorts,
  measurement: benchMeasurement,
  efficiency: benchEfficiency,
  replay: benchReplay,
  pages: benchPages,
  protect: benchProtect,
};

const [name = '', ...words] = process.argv.slice(2);
const bench = benchmarks[name];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(benchmarks).join('|')}`);
  process.exit(2);
}
const ratio = await bench(words);
if (ratio !== null) console.log(`ratio: ${ratio.toFixed(2)}`);
