import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import { type Databases, type EngineName, engines, openDatabases } from './databases.ts';
import { latencyText } from './load/open-loop.ts';
import { bareRate, fullRate, latenciesAt, pupilsFor } from './load/rates.ts';
import { median } from './median.ts';

const ROUNDS = 3;
const PUPILS = 320;
const SHARE_OF_LOAD = 0.7;

/**
 * `answer [--engine sqlite|postgres] [--rounds N]`: throughput of the full answer path
 * (authenticate, score, estimate, choose, store durably) over that of a bare Fastify route that
 * checks a token and makes one insert durable in the same kind of database: the same client, 32
 * connections, one server a process, in turn, several rounds; the median ratio. Then how long
 * answers take at 70% of the measured load.
 */
export async function benchAnswerPath(words: readonly string[]): Promise<number> {
  const { engine, rounds } = readWords(words);
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const databases = await openDatabases(engine, folder);
  try {
    const full: number[] = [];
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const bare = await withBare(databases);
      const ours = await withFull(folder, databases, PUPILS, fullRate);
      console.log(
        `round ${round}: bare insert ${bare.toFixed(0)}/s, full answer path ${ours.perSecond.toFixed(0)}/s`,
      );
      full.push(ours.perSecond);
      ratios.push(ours.perSecond / bare);
    }
    const perSecond = Math.floor(median(full) * SHARE_OF_LOAD);
    const p99s: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const latencies = await withFull(folder, databases, pupilsFor(perSecond), (server) =>
        latenciesAt(server, perSecond),
      );
      console.log(`at ${perSecond}/s (70% of the load): ${latencyText(latencies)}`);
      p99s.push(latencies.p99);
    }
    console.log(`p99 at 70% of the load, median of ${rounds}: ${median(p99s).toFixed(1)} ms`);
    return median(ratios);
  } finally {
    await databases.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withBare(databases: Databases): Promise<number> {
  const server = await startChild('./bare-server.ts', [await databases.fresh()]);
  try {
    return await bareRate(server);
  } finally {
    await server.stop();
  }
}

async function withFull<T>(
  folder: string,
  databases: Databases,
  pupils: number,
  use: (server: Awaited<ReturnType<typeof startChild>>) => Promise<T>,
): Promise<T> {
  const args = [folder, await databases.fresh(), String(pupils)];
  const server = await startChild('./full-server.ts', args);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

function readWords(words: readonly string[]): { engine: EngineName; rounds: number } {
  const { values } = parseArgs({
    args: [...words],
    options: { engine: { type: 'string' }, rounds: { type: 'string' } },
  });
  const engine = engines.find((known) => known === (values.engine ?? 'sqlite'));
  if (!engine) throw new Error(`--engine is one of ${engines.join(', ')}.`);
  return { engine, rounds: Number(values.rounds ?? ROUNDS) };
}
