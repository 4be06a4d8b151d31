import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Store } from '@jalon/store';
import { loadEngines } from '../load-engines.ts';
import { rebuildResults } from '../services/rebuild.ts';
import { addCounts, replaySchool } from '../services/replay.ts';
import { rereadResults } from '../services/reread-results.ts';
import { replayEverySchool, type ReplayPlace } from './replay-schools.ts';
import type { Voice } from './voice.ts';
import { withStore } from './with-store.ts';

const USAGE = `Usage: npm run results -- replay|rebuild [--school UAI]
       npm run results -- reread FROM TO [--school UAI]`;

interface Asked {
  store: Store;
  /** `null` for every school. */
  schoolId: string | null;
  place: ReplayPlace;
  threads: number;
  /** Of `reread`: the releases. */
  releases: readonly string[];
}

const commands = { replay, rebuild, reread };

/**
 * `results -- replay`: every result made again from its responses and compared; `results --
 * rebuild`: made again and kept. Gives the exit status.
 */
export async function resultsCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: Voice,
): Promise<number> {
  const asked = readWords(words);
  if (!asked) {
    voice.error(USAGE);
    return 2;
  }
  const say = (line: string) => voice.error(line);
  return withStore({ env, say }, async (store, { database, frameworkFolder }) => {
    const school = asked.uai === null ? null : await store.read.rows.schoolByUai(asked.uai);
    if (asked.uai !== null && !school) {
      voice.error(`There is no school ${asked.uai}.`);
      return 1;
    }
    return commands[asked.does](
      {
        store,
        schoolId: school?.id ?? null,
        place: { database, frameworkFolder },
        threads: availableParallelism(),
        releases: asked.releases,
      },
      voice,
    );
  });
}

async function replay({ store, schoolId, place, threads }: Asked, voice: Voice) {
  const replays =
    schoolId === null
      ? replayEverySchool(store, place, threads)
      : [await replaySchool(store, loadEngines(place.frameworkFolder), schoolId)];
  const counts = { attempts: 0, responses: 0, results: 0 };
  let found = 0;
  // As they come: of a damaged database there may be more than memory holds.
  for await (const { differences, ...counted } of replays) {
    addCounts(counts, counted);
    found += differences.length;
    for (const { attemptId, what, kept, replayed } of differences) {
      voice.log(`${attemptId}: ${what}: kept ${String(kept)}, replayed ${String(replayed)}`);
    }
  }
  const { attempts, responses, results } = counts;
  voice.log(`${attempts} attempts, ${responses} responses, ${results} results replayed`);
  voice.log(`differences: ${found}`);
  return found === 0 ? 0 : 1;
}

async function rebuild({ store, schoolId, place }: Asked, voice: Voice) {
  const engines = loadEngines(place.frameworkFolder);
  const { results, changed } = await rebuildResults(store, engines, schoolId);
  voice.log(`rebuilt: ${results} results, changed: ${changed}`);
  return 0;
}

async function reread({ store, schoolId, place, releases }: Asked, voice: Voice) {
  const engines = loadEngines(place.frameworkFolder);
  const [from = '', to = ''] = releases;
  const unknown = releases.find((version) => !engines.versions.includes(version));
  if (unknown !== undefined) {
    voice.error(`There is no release ${unknown}; there are: ${engines.versions.join(', ')}.`);
    return 1;
  }
  const summaries = await rereadResults(store, engines, { from, to }, schoolId);
  for (const { competence, results, why, otherLevel, furthest, ...link } of summaries) {
    const { slope, intercept, linkError } = link;
    voice.log(
      why === null
        ? `${competence}: ${results} results; line ${slope.toFixed(3)}·ability ${signed(intercept)}, its error ${linkError.toFixed(3)}; ` +
            `another level: ${otherLevel}; furthest from the line: ${furthest.toFixed(3)} logits`
        : `${competence}: ${results} results, not read: ${why}`,
    );
  }
  voice.log(`results: ${summaries.reduce((sum, { results }) => sum + results, 0)}`);
  return 0;
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(3)}`;

function readWords(words: readonly string[]) {
  try {
    const options = { school: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [does, ...releases] = positionals;
    if (does !== 'replay' && does !== 'rebuild' && does !== 'reread') return null;
    if (releases.length !== (does === 'reread' ? 2 : 0)) return null;
    return { does, releases, uai: values.school ?? null } as const;
  } catch {
    return null;
  }
}
