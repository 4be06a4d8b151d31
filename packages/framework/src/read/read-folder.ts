import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { itemDefinition } from '@jalon/items';
import type { z } from 'zod';
import { type Bank, type Edition, newestEdition, type SourceFile } from '../bank.ts';
import { contradictions } from '../check/contradictions.ts';
import type { FileProblem } from '../problem.ts';
import { compareVersions } from '../release/semver.ts';
import { framework } from '../schema/framework.ts';
import { type ReleaseLock, releaseLock } from '../schema/release.ts';
import { scale } from '../schema/scale.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** What could be read of a framework's folder, and every mistake found in it. */
export interface FrameworkReading {
  bank: Bank;
  /** Null where no framework or no scale could be read. */
  edition: Edition | null;
  /** Oldest first. */
  releases: ReleaseLock[];
  problems: FileProblem[];
}

/**
 * Reads one framework's folder (`competence-framework/crcn`): every version of the framework, of
 * the scale and of the items, and the releases. Whatever can be read is given, with the problems of
 * the rest. Paths are shown from the folder `shownFrom`.
 */
export function readFramework(folder: string, shownFrom: string = process.cwd()): FrameworkReading {
  const problems: FileProblem[] = [];
  const readAll = <T>(names: readonly string[], schema: z.ZodType<T>): SourceFile<T>[] =>
    names.flatMap((name) => {
      const file = join(folder, name);
      const path = relative(shownFrom, file);
      const reading = readYaml(path, readFileSync(file, 'utf8'), schema);
      if (!reading.ok) {
        problems.push(...reading.problems);
        return [];
      }
      const { value, content, placeOf } = reading;
      return [{ path, value, content, placeOf }];
    });
  const versions = (name: string): string[] => {
    const found = namesIn(folder, new RegExp(`^${name}(\\.\\d+\\.\\d+\\.\\d+)?\\.yaml$`));
    if (found.length === 0) {
      const path = relative(shownFrom, join(folder, `${name}.yaml`));
      problems.push({ path, line: 1, column: 1, message: 'The file is missing.', instead: 'it.' });
    }
    return found;
  };

  const bank = {
    frameworks: readAll(versions('framework'), framework),
    scales: readAll(versions('scale'), scale),
    items: readAll(namesIn(folder, /^items\/.*\.ya?ml$/), itemDefinition),
  };
  const releases = readAll(namesIn(folder, /^releases\/.*\.json$/), releaseLock);
  for (const { path, value, placeOf } of releases) {
    if (path.endsWith(`/${value.version}.json`)) continue;
    const message = `The version ${value.version} is not the one in the file's name.`;
    const instead = 'nothing here: restore the file, a release never changes.';
    problems.push({ path, ...placeOf(['version']), message, instead });
  }
  problems.push(...contradictions(bank));
  return {
    bank,
    edition: newestEdition(bank),
    releases: releases
      .map(({ value }) => value)
      .sort((a, b) => compareVersions(a.version, b.version)),
    problems,
  };
}

export type FolderReading =
  | { ok: true; bank: Bank; edition: Edition; releases: ReleaseLock[] }
  | { ok: false; problems: FileProblem[] };

/** Reads a framework's folder to run with it: everything, or the mistakes. */
export function readFolder(folder: string, shownFrom?: string): FolderReading {
  const { bank, edition, releases, problems } = readFramework(folder, shownFrom);
  return edition && problems.length === 0
    ? { ok: true, bank, edition, releases }
    : { ok: false, problems };
}

/** The files of a folder and its folders whose names fit, in the order of their names. */
function namesIn(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort();
}
