import type { FrameworkTexts } from '../schema/framework-texts.ts';
import type { Crosswalk } from './crosswalk.ts';

type Grain = 'competence' | 'descriptor';

/**
 * What is wrong with a crosswalk between two frameworks, in sentences: sides of other versions,
 * codes that are not there, a competence linked to a descriptor, a pair linked twice.
 */
export function crosswalkProblems(
  walk: Crosswalk,
  from: FrameworkTexts,
  to: FrameworkTexts,
): string[] {
  const problems: string[] = [];
  for (const [name, side, texts] of [
    ['from', walk.from, from],
    ['to', walk.to, to],
  ] as const) {
    if (side.framework === texts.id && side.version === texts.version) continue;
    const asked = `${side.framework} ${side.version}`;
    problems.push(`\`${name}\` is ${asked}; the folder has ${texts.id} ${texts.version}.`);
  }
  const [grainsFrom, grainsTo] = [grainsOf(from), grainsOf(to)];
  const seen = new Set<string>();
  for (const link of walk.links) {
    const pair = `${link.from} -> ${link.to}`;
    const [a, b] = [grainsFrom.get(link.from), grainsTo.get(link.to)];
    if (!a) problems.push(`${pair}: ${from.id} has no ${link.from}.`);
    if (!b) problems.push(`${pair}: ${to.id} has no ${link.to}.`);
    if (a && b && a !== b) problems.push(`${pair}: a ${a} corresponds to no ${b}.`);
    if (seen.has(pair)) problems.push(`${pair} is there twice.`);
    seen.add(pair);
  }
  return problems;
}

function grainsOf({ competences }: FrameworkTexts): Map<string, Grain> {
  return new Map(
    competences.flatMap(({ code, descriptors }) => [
      [code, 'competence' as const] as const,
      ...descriptors.map((one) => [one.code, 'descriptor' as const] as const),
    ]),
  );
}
