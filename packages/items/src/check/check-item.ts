import { plainText } from '../contract.ts';
import type { ItemDefinition } from '../definition.ts';
import { instantiate, type Instance } from '../instance.ts';
import { present } from '../present.ts';
import { keyResponse, score } from '../score.ts';
import { TemplateError } from '../template/template-error.ts';
import { elisionIn } from './elisions.ts';
import { type Finding, instanceProblems } from './instance-problems.ts';
import { tooHardToRead } from './reading.ts';
import { shownTexts } from './shown.ts';

/** What is wrong with an item; `seed` shows it, `null` where it takes all seeds to see it. */
export interface Problem {
  seed: string | null;
  code:
    | Finding['code']
    | 'template'
    | 'varies-little'
    | 'key-stays'
    | 'points-vary'
    | 'reading'
    | 'elision';
  message: string;
  severity: Finding['severity'];
}

const LEAST_PRESENTATIONS = 5;

/**
 * Draws an item with so many seeds (`1`, `2` …) and tells what is wrong: the key must earn every
 * point, each distractor less, every text must show, and a template must vary. A problem that many
 * seeds have is told once, with the first of them. Empty where all is well.
 */
export function checkItem(item: ItemDefinition, { seeds }: { seeds: number }): Problem[] {
  const problems = new Map<string, Problem>();
  const tell = (key: string, problem: Problem) => {
    if (!problems.has(key)) problems.set(key, problem);
  };
  const instances: Instance[] = [];
  for (let count = 1; count <= seeds; count += 1) {
    const seed = String(count);
    try {
      const instance = instantiate(item, seed);
      instances.push(instance);
      for (const { code, at, message, severity } of instanceProblems(instance)) {
        tell(`${code} ${at}`, { seed, code, message, severity });
      }
      const elision = elisionIn(instance);
      if (elision !== null) {
        const message = `An elision is missing: “${elision}”.`;
        tell('elision', { seed, code: 'elision', message, severity: 'warning' });
      }
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const { code, message } = error;
      tell(`template ${code}`, { seed, code: 'template', message, severity: 'error' });
    }
  }
  const isKeyWrong = [...problems.values()].some(({ code }) => code === 'key');
  const isWhole = instances.length === seeds && !isKeyWrong;
  const varies = isWhole ? varietyProblems(item, instances) : [];
  return [...problems.values(), ...varies, ...readingProblems(item, instances)];
}

function readingProblems({ level }: ItemDefinition, [first]: readonly Instance[]): Problem[] {
  const message = first ? tooHardToRead(present(first), level) : null;
  return message === null ? [] : [{ seed: null, code: 'reading', message, severity: 'warning' }];
}

function varietyProblems(item: ItemDefinition, instances: readonly Instance[]): Problem[] {
  const problems: Problem[] = [];
  const points = new Set(
    instances.map((instance) => score(instance, keyResponse(instance)).possible),
  );
  if (points.size > 1) {
    const message = `Seeds give different numbers of points: ${[...points].join(', ')}.`;
    problems.push({ seed: null, code: 'points-vary', message, severity: 'error' });
  }
  if (item.variables && instances.length >= LEAST_PRESENTATIONS) {
    const shown = new Set(
      instances.map((instance) =>
        shownTexts(present(instance)).map(plainText).toSorted().join('\n'),
      ),
    );
    if (shown.size < LEAST_PRESENTATIONS) {
      const message = `${String(instances.length)} seeds show only ${String(shown.size)} different items.`;
      problems.push({ seed: null, code: 'varies-little', message, severity: 'error' });
    }
  }
  if (item.kind === 'choice' && item.shuffle !== false && instances.length >= 50) {
    const places = new Set(
      instances.map(({ interaction }) =>
        interaction.kind === 'choice' ? interaction.options.findIndex(({ key }) => key) : -1,
      ),
    );
    if (places.size < 2) {
      const message = 'The right option stands in the same place for every seed.';
      problems.push({ seed: null, code: 'key-stays', message, severity: 'error' });
    }
  }
  return problems;
}
