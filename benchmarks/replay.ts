import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore } from '@jalon/store';
import { everyPupilsWork, everySchool } from '../apps/api/src/services/every-school.ts';
import { fillWorld } from './generate.ts';
import { planWorld } from './world/plan.ts';

const command = fileURLToPath(new URL('../apps/api/src/cli/results.ts', import.meta.url));
const RESPONSES = 1_000_000;
const SEED = 'jalon';

/**
 * `replay [--responses N] [--database URL]`: how long `results -- replay` takes over a made-up
 * world of so many responses, in an empty database (a new SQLite file, unless one is named); twice,
 * to the same bytes. The ratio is its rate over that of reading every response in one thread and
 * making nothing again.
 */
export async function benchReplay(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { responses: { type: 'string' }, database: { type: 'string' } },
  });
  const responses = Number(values.responses ?? RESPONSES);
  const folder = mkdtempSync(join(tmpdir(), 'jalon-replay-'));
  const database = values.database ?? `file:${join(folder, 'jalon.sqlite')}`;
  try {
    const { seconds } = await fillWorld(database, planWorld(SEED, responses), console.log);
    console.log(`a world for ${responses} responses was made up in ${seconds.toFixed(1)} s`);
    const first = await replay(database);
    const second = await replay(database);
    console.log(first.said.trim());
    const made = Number(/(\d+) responses/.exec(first.said)?.[1]);
    for (const { seconds: taken } of [first, second]) {
      console.log(`replayed in ${taken.toFixed(1)} s: ${Math.round(made / taken)}/s`);
    }
    if (first.said !== second.said) throw new Error('Two replays did not say the same.');
    const read = await readAll(database);
    console.log(`read alone in ${read.toFixed(1)} s: ${Math.round(made / read)}/s`);
    return read / Math.min(first.seconds, second.seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function replay(database: string): Promise<{ said: string; seconds: number }> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [command, 'replay'], {
    env: { ...process.env, JALON_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said = await text(child.stdout);
  await ended;
  if (child.exitCode !== 0) throw new Error(`The replay failed:\n${said}`);
  return { said, seconds: (performance.now() - startedMs) / 1000 };
}

async function readAll(database: string): Promise<number> {
  const store = await openStore(database);
  const startedMs = performance.now();
  let read = 0;
  try {
    for await (const { id } of everySchool(store)) {
      for await (const { attempts } of everyPupilsWork(store, id)) read += attempts.length;
    }
  } finally {
    await store.close();
  }
  console.log(`${read} attempts were read`);
  return (performance.now() - startedMs) / 1000;
}
