import { levelOf, seededRandom } from '@jalon/measurement';
import { type BenchItem, usualDifficulty } from '../bank.ts';
import type { Engine, EngineSitting } from './engine.ts';

/** A skill of a ladder, and what was found of it: asked for or inferred. */
interface Skill {
  readonly ladder: number;
  readonly level: number;
  readonly items: readonly BenchItem[];
  known: boolean | null;
}

const LEVEL_STEP = 0.1;

/**
 * A rule of inference: who succeeds at a skill knows the easier ones of its ladder, who fails knows
 * none of the harder ones. Next comes a skill whose answer is expected to settle most skills, and
 * nothing once all are settled. Its predicted level is the likeliest one given all that is settled,
 * P(known) = 1 / (1 + e^(level of the skill - predicted level)), with one skill of level 0 that is
 * known and one above the highest that is not, so that it always exists.
 */
export function ladderEngine(bank: readonly BenchItem[]): Engine {
  const levels = Math.max(...bank.map(({ level }) => level));
  const groups = [...Map.groupBy(bank, ({ ladder, level }) => `${ladder}.${level}`).values()];

  const sit = (pupil: number): EngineSitting => {
    const random = seededRandom(`ladder ${pupil}`);
    const skills = groups.flatMap((items): Skill[] => {
      const [first] = items;
      return first ? [{ ladder: first.ladder, level: first.level, items, known: null }] : [];
    });
    let predicted = (levels + 1) / 2;
    const ability = () => usualDifficulty(predicted, levels);
    return {
      next() {
        const open = skills.filter(({ known }) => known === null);
        const gains = open.map((skill) => expectedGain(skill, open, predicted));
        const largest = Math.max(...gains);
        const best = open.filter((_, i) => (gains[i] ?? 0) > largest - 1e-9);
        const skill = best[pick(random.next(), best.length)];
        return skill?.items[pick(random.next(), skill.items.length)] ?? null;
      },
      answer({ ladder, level }, isRight) {
        for (const skill of skills) {
          const isInferred = isRight ? skill.level <= level : skill.level >= level;
          if (skill.ladder === ladder && skill.known === null && isInferred) skill.known = isRight;
        }
        predicted = likeliestLevel(skills, levels);
      },
      ability,
      level: (cuts) => levelOf(ability(), cuts),
    };
  };
  return { name: 'ladders of skills, by inference', sit };
}

const pick = (uniform: number, count: number): number => Math.floor(uniform * count);

const knows = (level: number, predicted: number): number => 1 / (1 + Math.exp(level - predicted));

function expectedGain(skill: Skill, open: readonly Skill[], predicted: number): number {
  const ladder = open.filter((other) => other.ladder === skill.ladder);
  const success = knows(skill.level, predicted);
  const easier = ladder.filter(({ level }) => level <= skill.level).length;
  const harder = ladder.filter(({ level }) => level >= skill.level).length;
  return success * easier + (1 - success) * harder;
}

function likeliestLevel(skills: readonly Skill[], levels: number): number {
  const count = Math.round(levels / LEVEL_STEP);
  let likeliest = 0;
  let most = -Infinity;
  for (let i = 0; i <= count; i += 1) {
    const predicted = i * LEVEL_STEP;
    let logLikelihood = Math.log(knows(0, predicted)) + Math.log(1 - knows(levels + 1, predicted));
    for (const { level, known } of skills) {
      if (known === null) continue;
      const right = knows(level, predicted);
      logLikelihood += Math.log(known ? right : 1 - right);
    }
    if (logLikelihood <= most) continue;
    most = logLikelihood;
    likeliest = predicted;
  }
  return likeliest;
}
