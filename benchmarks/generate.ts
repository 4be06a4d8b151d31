import { fileURLToPath } from 'node:url';
import {
  readOptions,
  Sentence,
  type StoreCommand,
  text,
  UsageMistake,
} from '../apps/api/src/cli/store-words.ts';
import { loadEngines } from '../apps/api/src/load-engines.ts';
import { measureSizes, NotEmpty, openFiller } from '../packages/store/src/fill/index.ts';
import { sizesText } from './sizes-text.ts';
import { drawWorld } from './world/draw.ts';
import { planWorld, type WorldPlan } from './world/plan.ts';

const frameworkFolder = fileURLToPath(new URL('../competence-framework', import.meta.url));
const TELL_EVERY_MS = 10_000;

export interface Filled {
  rows: number;
  seconds: number;
}

/**
 * Fills an empty database with a made-up world; says from time to time how far it is. Rejects with
 * `NotEmpty`, or as `openStore` does.
 */
export async function fillWorld(
  url: string,
  plan: WorldPlan,
  say: (line: string) => void,
): Promise<Filled> {
  const filler = await openFiller(url);
  const startedMs = performance.now();
  let rows = 0;
  let responses = 0;
  let toldMs = startedMs;
  for (const some of drawWorld(plan, loadEngines(frameworkFolder).current)) {
    if (some.rows.length === 0) continue;
    await filler.add(some);
    rows += some.rows.length;
    if (some.name === 'response') responses += some.rows.length;
    if (performance.now() - toldMs < TELL_EVERY_MS) continue;
    toldMs = performance.now();
    say(`${responses} of ${plan.responses} responses`);
  }
  await filler.finish();
  return { rows, seconds: (performance.now() - startedMs) / 1000 };
}

/**
 * `store -- generate`: fills an empty database for tests of size and speed, and says what every
 * table and index takes.
 */
export const generate: StoreCommand = {
  usage: ['generate --database URL [--responses N] [--seed WORD]'],
  async run(words, _env, voice) {
    const {
      database,
      responses = '1000000',
      seed = 'jalon',
    } = readOptions(words, { database: text, responses: text, seed: text });
    if (database === undefined || !/^[1-9][0-9]{0,11}$/.test(responses)) throw new UsageMistake();
    const plan = planWorld(seed, Number(responses));
    const { rows, seconds } = await fillWorld(database, plan, (line) => voice.error(line)).catch(
      (error: unknown) => {
        throw error instanceof NotEmpty ? new Sentence(error.message, { cause: error }) : error;
      },
    );
    voice.log(sizesText(await measureSizes(database)));
    voice.log(`${rows} rows in ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows/s`);
    return 0;
  },
};
