import { createReadStream } from 'node:fs';
import { UnreadableTable } from '@jalon/rosters/directory';
import type { Store } from '@jalon/store';
import { describeSchools } from '../services/territories/describe-schools.ts';
import type { ChunkVoice } from './voice.ts';

/** More problems than these are counted, not told. */
const PROBLEMS_TOLD = 200;

/** Keeps what the files say of the schools. Gives the exit status. */
export async function readAttributes(
  store: Store,
  { file, density }: { file: string; density?: string | undefined },
  voice: ChunkVoice,
): Promise<number> {
  try {
    const { updated, unchanged, unknown, missing, problems } = await describeSchools(
      store,
      bytesOf(file),
      density === undefined ? null : bytesOf(density),
    );
    problems.slice(0, PROBLEMS_TOLD).forEach((problem) => voice.say(problem));
    if (problems.length > PROBLEMS_TOLD) {
      voice.say(`… and ${problems.length - PROBLEMS_TOLD} more.`);
    }
    if (missing.length > 0) voice.say(`Not in the directory: ${missing.join(', ')}`);
    voice.write(
      `updated: ${updated}\nunchanged: ${unchanged}\nunknown values: ${unknown}\nmissing: ${missing.length}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableTable || error instanceof NoFile)) throw error;
    voice.say(error.message);
    return 1;
  }
}

class NoFile extends Error {}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) {
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NoFile(`The file cannot be read: ${why}`, { cause: error });
  }
}
