import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { crosswalkProblems } from '../crosswalk/check.ts';
import { type Crosswalk, crosswalk } from '../crosswalk/crosswalk.ts';
import type { FileProblem } from '../problem.ts';
import type { Framework } from '../schema/framework.ts';
import {
  type FrameworkTexts,
  type OtherFramework,
  otherFramework,
} from '../schema/framework-texts.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** A crosswalk with the framework it leads to. */
export interface ReadCrosswalk {
  walk: Crosswalk;
  to: OtherFramework;
}

/**
 * Reads every crosswalk of the competence framework's folder (`crosswalks/*.yaml`) with the
 * framework it leads to (`<id>/framework.yaml`), and every mistake in them. `own` is what they lead
 * from.
 */
export function readCrosswalks(
  folder: string,
  own: Framework,
  shownFrom: string = process.cwd(),
): { crosswalks: ReadCrosswalk[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | null => {
    const path = relative(shownFrom, file);
    if (!existsSync(file)) {
      problems.push({ path, line: 1, column: 1, message: 'The file is missing.', instead: 'it.' });
      return null;
    }
    const reading = readYaml(path, readFileSync(file, 'utf8'), schema);
    if (reading.ok) return reading.value;
    problems.push(...reading.problems);
    return null;
  };
  const place = join(folder, 'crosswalks');
  const names = existsSync(place) ? readdirSync(place) : [];
  const crosswalks = names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name): ReadCrosswalk[] => {
      const file = join(place, name);
      const walk = read(file, crosswalk);
      const to = walk && read(join(folder, walk.to.framework, 'framework.yaml'), otherFramework);
      if (!walk || !to) return [];
      const path = relative(shownFrom, file);
      for (const message of crosswalkProblems(walk, textsOf(own), to)) {
        problems.push({ path, line: 1, column: 1, message, instead: 'codes of the two versions.' });
      }
      return [{ walk, to }];
    });
  return { crosswalks, problems };
}

/** What the CRCN says that any framework does. */
export function textsOf({ competences, ...rest }: Framework): FrameworkTexts {
  return {
    ...rest,
    competences: competences.map(({ code, domain, name, definition, descriptors }) => ({
      code,
      domain,
      name,
      definition,
      descriptors,
    })),
  };
}
