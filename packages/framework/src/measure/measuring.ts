import { type ItemDefinition, pointsOf } from '@jalon/items';
import {
  type AbilityEstimate,
  compileItem,
  type CompiledItem,
  estimateAbility,
  levelFromProbabilities,
  type NormalPrior,
  type Observation,
  type Posterior,
  reportLevel,
  standardGrid,
} from '@jalon/measurement';
import type { CompetenceName, Descriptor, ReportedLevel } from '@jalon/types';
import { itemKey } from '../bank.ts';
import type { Release } from '../release/load.ts';
import { itemParameters } from './item-parameters.ts';

/** An item of a release, ready to be chosen and counted. */
export interface MeasuringItem {
  /** `id@version`. */
  key: string;
  definition: ItemDefinition;
  parameters: CompiledItem;
}

/** One competence of a release: its scale and its items. */
export interface MeasuringCompetence {
  name: CompetenceName;
  prior: NormalPrior;
  /** Where levels 2, 3 … begin, in logits. */
  cuts: readonly number[];
  items: readonly MeasuringItem[];
  descriptors: readonly Descriptor[];
}

/** What an answer to an item earned. */
export interface ScoredAnswer {
  itemId: string;
  itemVersion: number;
  points: number;
  possible: number;
}

/**
 * A release ready to make abilities and levels out of scored answers. The server measures with it,
 * and so does whoever checks a result far from it: what it gives depends on the release alone.
 */
export interface Measuring {
  release: Release;
  /** Those that have items, in the framework's order. */
  competences: ReadonlyMap<string, MeasuringCompetence>;
  /** Throws where the release has no such item. */
  item(id: string, version: number): MeasuringItem;
  /** Throws where the framework has no such descriptor. */
  descriptor(code: string): Descriptor;
  /** A scored answer as measuring takes it: in steps, or as a fraction, as the scale has it. */
  observation: (answer: ScoredAnswer) => Observation;
  /** The ability (logits) that a prior and answers, in their order, come to. */
  estimate(prior: NormalPrior, answers: readonly ScoredAnswer[]): AbilityEstimate;
  /** The level of a competence that a posterior supports. */
  report(competence: string, posterior: Posterior): ReportedLevel;
  /** A level as it was kept with its probabilities. */
  reported(probabilities: readonly number[]): ReportedLevel;
}

/** Prepares a release for measuring: every item's curves are tabulated once. */
export function measureWith(release: Release): Measuring {
  const { framework } = release;
  const items = new Map(
    [...release.items.values()].map((definition) => {
      const key = itemKey(definition);
      const parameters = compileItem(
        itemParameters(release.scale, definition, pointsOf(definition)),
        standardGrid,
      );
      return [key, { key, definition, parameters }] as const;
    }),
  );
  const descriptors = new Map(
    framework.competences.flatMap((competence) =>
      competence.descriptors.map((descriptor) => [descriptor.code, descriptor] as const),
    ),
  );
  const competences = new Map<string, MeasuringCompetence>();
  for (const { code, name, descriptors } of framework.competences) {
    const own = [...items.values()].filter((item) => item.definition.competence === code);
    const scale = release.scale.competences[code];
    if (own.length === 0 || !scale) continue;
    competences.set(code, {
      name: { code, name },
      prior: scale.prior,
      cuts: scale.cuts,
      items: own,
      descriptors,
    });
  }

  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`Release ${release.version} has no ${what}.`);
    return value;
  };
  const reported = (kept: readonly number[]): ReportedLevel => {
    const { level, probability, withinOne, probabilities } = levelFromProbabilities(kept);
    const { band } = found(framework.levels[level - 1], `level ${level}`);
    return { level, band, probability, withinOne, probabilities: [...probabilities] };
  };
  const item = (id: string, version: number): MeasuringItem => {
    const key = itemKey({ id, version });
    return found(items.get(key), `item ${key}`);
  };
  const observation = ({ itemId, itemVersion, points, possible }: ScoredAnswer): Observation => {
    const { parameters } = item(itemId, itemVersion);
    return { item: parameters, score: parameters.maxScore === 1 ? points / possible : points };
  };

  return {
    release,
    competences,
    item,
    descriptor: (code) => found(descriptors.get(code), `descriptor ${code}`),
    observation,
    estimate: (prior, answers) => estimateAbility(answers.map(observation), prior),
    report: (competence, posterior) =>
      reported(
        reportLevel(posterior, found(competences.get(competence), `items in ${competence}`).cuts)
          .probabilities,
      ),
    reported,
  };
}
