import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureSizes } from '../packages/store/src/fill/index.ts';
import { startServer } from '../tests/support/server.ts';
import { startChild } from './child.ts';
import { fillWorld } from './generate.ts';
import { fullRate } from './load/rates.ts';
import { median } from './median.ts';
import { sizesText } from './sizes-text.ts';
import { seededIds } from './world/ids.ts';
import { planWorld, spreadPupils, type WorldPlan } from './world/plan.ts';

const RESPONSES = 20_000_000;
const ROUNDS = 7;
const PUPILS = 320;
const SEED = 'jalon';
/** Of a response with its share of all else, indexes included, and some to spare. */
const BYTES_A_RESPONSE = 550;
const SPARE_BYTES = 2e9;

/** A database and those of its pupils who answer. */
interface World {
  file: string;
  pupilsFile: string;
}

/**
 * `growth [--responses N] [--rounds N] [--full FILE]`: throughput of the full answer path on a
 * store that holds so many responses over that on an empty one, in turn, round by round; the median
 * ratio. The pupils who answer belong to twenty schools spread over all. `--full` keeps what it
 * filled and takes it again the next time.
 */
export async function benchGrowth(words: readonly string[]): Promise<number> {
  const { responses, rounds, kept } = readWords(words);
  const folder = mkdtempSync(join(tmpdir(), 'jalon-growth-'));
  try {
    const full = await makeWorld(folder, 'full', planWorld(SEED, responses), kept);
    const emptyPlan = { ...planWorld(SEED, responses), schools: 20, responses: 0 };
    const empty = await makeWorld(folder, 'empty', emptyPlan, null);
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const fresh = { ...empty, file: join(folder, `empty-${round}.sqlite`) };
      copyFileSync(empty.file, fresh.file);
      const isEmptyFirst = round % 2 === 1;
      const first = await measure(folder, isEmptyFirst ? fresh : full);
      const second = await measure(folder, isEmptyFirst ? full : fresh);
      const [onEmpty, onFull] = isEmptyFirst ? [first, second] : [second, first];
      console.log(
        `round ${round}: empty ${onEmpty.perSecond.toFixed(0)}/s (ready in ${onEmpty.startMs.toFixed(0)} ms), full ${onFull.perSecond.toFixed(0)}/s (ready in ${onFull.startMs.toFixed(0)} ms)`,
      );
      ratios.push(onFull.perSecond / onEmpty.perSecond);
    }
    for (const [name, { file }] of Object.entries({ empty, full })) {
      const readyMs = await startProduct(folder, file);
      console.log(`${name}: the whole product answers ${readyMs.toFixed(0)} ms after its start`);
    }
    return median(ratios);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeWorld(
  folder: string,
  name: string,
  plan: WorldPlan,
  kept: string | null,
): Promise<World> {
  const file = kept ?? join(folder, `${name}.sqlite`);
  if (!existsSync(file)) {
    const { bavail, bsize } = statfsSync(tmpdir());
    if (bavail * bsize < plan.responses * BYTES_A_RESPONSE + SPARE_BYTES) {
      throw new Error(`There is too little room in ${tmpdir()}: give a smaller --responses.`);
    }
    const { rows, seconds } = await fillWorld(`file:${file}`, plan, console.error);
    console.log(`${name}: ${rows} rows, ${Math.round(rows / seconds)} rows/s`);
    if (plan.responses > 0) console.log(sizesText(await measureSizes(`file:${file}`)));
  }
  const pupilsFile = join(folder, `${name}.json`);
  writeFileSync(pupilsFile, JSON.stringify(spreadPupils(seededIds(plan.seed), plan, PUPILS)));
  return { file, pupilsFile };
}

async function measure(folder: string, { file, pupilsFile }: World) {
  const server = await startChild('./full-server.ts', [folder, `file:${file}`, pupilsFile]);
  try {
    return { ...(await fullRate(server)), startMs: server.startMs };
  } finally {
    await server.stop();
  }
}

/** From the start of the product, as it is served, until it answers, in milliseconds. */
async function startProduct(folder: string, file: string): Promise<number> {
  const startedMs = performance.now();
  const server = await startServer({
    data: mkdtempSync(join(folder, 'data-')),
    JALON_DATABASE: `file:${file}`,
    JALON_DEMO: 'off',
    JALON_SECRET: randomBytes(32).toString('hex'),
    JALON_ORIGIN: 'http://127.0.0.1',
  });
  const readyMs = performance.now() - startedMs;
  await server.stop();
  return readyMs;
}

function readWords(words: readonly string[]) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      responses: { type: 'string' },
      rounds: { type: 'string' },
      full: { type: 'string' },
    },
  });
  return {
    responses: Number(values.responses ?? RESPONSES),
    rounds: Number(values.rounds ?? ROUNDS),
    kept: values.full ?? null,
  };
}
