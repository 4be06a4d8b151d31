import type { ItemDefinition } from '@jalon/items';
import { type Bank, itemKey, newestEdition, type SourceFile } from '../bank.ts';
import type { FileProblem } from '../problem.ts';
import type { Framework } from '../schema/framework.ts';
import type { Scale } from '../schema/scale.ts';

/**
 * Holds the files of a folder against each other: names against what they name in every version,
 * codes and levels in the newest, since older versions were held against a framework of their time.
 */
export function contradictions(bank: Bank): FileProblem[] {
  const names = [
    ...bank.frameworks.flatMap((file) => versionInName(file, 'framework')),
    ...bank.scales.flatMap((file) => versionInName(file, 'scale')),
    ...bank.items.flatMap(itemName),
    ...twice(bank.frameworks, ({ version }) => `the framework ${version}`),
    ...twice(bank.scales, ({ version }) => `the scale ${version}`),
    ...twice(bank.items, itemKey),
  ];
  const edition = newestEdition(bank);
  if (!edition) return names;
  const { framework, scale, items } = edition;
  return [
    ...names,
    ...inFramework(framework),
    ...inScale(framework.value, scale),
    ...items.flatMap((item) => inItem(framework.value, scale.value, item)),
  ];
}

const problemAt = (
  { path, placeOf }: SourceFile<unknown>,
  field: readonly PropertyKey[],
  message: string,
  instead: string,
): FileProblem => ({ path, ...placeOf(field), message, instead });

/** `scale.yaml` is of any version, `scale.1.1.0.yaml` of the one it names. */
function versionInName(file: SourceFile<{ version: string }>, name: string): FileProblem[] {
  const { version } = file.value;
  if (file.path.endsWith(`${name}.yaml`) || file.path.endsWith(`${name}.${version}.yaml`))
    return [];
  const message = `The version ${version} is not the one in the file's name.`;
  return [problemAt(file, ['version'], message, `this in ${name}.${version}.yaml.`)];
}

function itemName(file: SourceFile<ItemDefinition>): FileProblem[] {
  const { id, version, competence } = file.value;
  const name = `${competence}/${id.slice(competence.length + 1)}.v${version}.yaml`;
  if (file.path.endsWith(`/${name}`)) return [];
  const message = `The id ${id} at version ${version} does not fit the file's name.`;
  return [problemAt(file, ['id'], message, `this in items/${name}, or the id of the file's name.`)];
}

function twice<T>(files: readonly SourceFile<T>[], nameOf: (value: T) => string): FileProblem[] {
  const first = new Map<string, string>();
  return files.flatMap((file) => {
    const name = nameOf(file.value);
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, file.path);
      return [];
    }
    const message = `${name} stands in ${other} too.`;
    return [problemAt(file, ['version'], message, 'another version, or another id.')];
  });
}

function inFramework(file: SourceFile<Framework>): FileProblem[] {
  const { domains, levels, competences } = file.value;
  const domainCodes = domains.map(({ code }) => code);
  const problems: FileProblem[] = [];
  const at = (field: readonly PropertyKey[], message: string, instead: string) =>
    problems.push(problemAt(file, field, message, instead));
  const seen = new Set<string>();
  const onlyOnce = (code: string, field: readonly PropertyKey[]) => {
    if (seen.has(code)) at(field, `${code} stands twice.`, 'another code.');
    seen.add(code);
  };

  if (levels.some(({ level }, index) => level !== index + 1)) {
    at(['levels'], 'The levels do not count 1, 2, 3 …', 'every level in its order.');
  }
  for (const [c, { code, domain, descriptors }] of competences.entries()) {
    const here = ['competences', c];
    onlyOnce(code, [...here, 'code']);
    if (!domainCodes.includes(domain)) {
      at([...here, 'domain'], `There is no domain ${domain}.`, domainCodes.join(' or '));
    }
    for (const [d, descriptor] of descriptors.entries()) {
      const field = [...here, 'descriptors', d, 'code'];
      const { level } = descriptor;
      onlyOnce(descriptor.code, field);
      if (level > levels.length) {
        at(field, `There is no level ${level}.`, `a level from 1 to ${levels.length}.`);
      } else if (!descriptor.code.startsWith(`${code}.N${level}.`)) {
        const message = `The code ${descriptor.code} is not of ${code} at level ${level}.`;
        at(field, message, `${code}.N${level}.1, with the descriptor's rank.`);
      }
    }
  }
  return problems;
}

function inScale(framework: Framework, file: SourceFile<Scale>): FileProblem[] {
  const { competences, usualDifficulty } = file.value;
  const codes = framework.competences.map(({ code }) => code);
  const wanted = framework.levels.length - 1;
  const spaced = `[${framework.levels
    .slice(1)
    .map((_, i) => i - 1)
    .join(', ')}]`;
  const missing = codes
    .filter((code) => !competences[code])
    .map((code) =>
      problemAt(
        file,
        ['competences'],
        `Competence ${code} has no scale.`,
        `'${code}': { prior: { mean: 0, sd: 1.5 }, cuts: ${spaced} }`,
      ),
    );
  const wrong = Object.entries(competences).flatMap(([code, { cuts }]) => {
    if (!codes.includes(code)) {
      const message = `The framework has no competence ${code}.`;
      return [problemAt(file, ['competences', code], message, codes.join(' or '))];
    }
    const increasing = cuts.every((cut, i) => i === 0 || cut > (cuts[i - 1] ?? cut));
    if (cuts.length === wanted && increasing) return [];
    const message = `${framework.levels.length} levels need ${wanted} cuts, each above the one before.`;
    return [problemAt(file, ['competences', code, 'cuts'], message, spaced)];
  });
  const levels = framework.levels.flatMap(({ level }) =>
    usualDifficulty[level] === undefined
      ? [
          problemAt(
            file,
            ['usualDifficulty'],
            `Level ${level} has no usual difficulty.`,
            `${level}: 0`,
          ),
        ]
      : [],
  );
  return [...missing, ...wrong, ...levels];
}

function inItem(
  framework: Framework,
  scale: Scale,
  file: SourceFile<ItemDefinition>,
): FileProblem[] {
  const { competence, descriptor, level, kind } = file.value;
  const problems: FileProblem[] = [];
  const own = framework.competences.find(({ code }) => code === competence);
  const found = own?.descriptors.find(({ code }) => code === descriptor);
  if (!own) {
    const codes = framework.competences.map(({ code }) => code);
    const message = `There is no competence ${competence}.`;
    problems.push(problemAt(file, ['competence'], message, codes.join(' or ')));
  } else if (!found) {
    const ofLevel = own.descriptors.filter((one) => one.level === level);
    const offered = (ofLevel.length > 0 ? ofLevel : own.descriptors).map(({ code }) => code);
    const message = `There is no descriptor ${descriptor}.`;
    problems.push(problemAt(file, ['descriptor'], message, offered.join(' or ')));
  } else if (found.level !== level) {
    const message = `${descriptor} is of level ${found.level}.`;
    problems.push(problemAt(file, ['level'], message, `level: ${found.level}`));
  }
  if (scale.discrimination[kind] === undefined) {
    const message = `The scale has no usual discrimination for the kind ${kind}.`;
    const instead = `${kind}: 1.0 under discrimination in the scale.`;
    problems.push(problemAt(file, ['kind'], message, instead));
  }
  return problems;
}
