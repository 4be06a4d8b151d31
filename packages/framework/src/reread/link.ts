import {
  type CommonItem,
  type ItemParameters,
  linkScales,
  LINKING_RULES,
  type NormalPrior,
  type ScaleLink,
} from '@jalon/measurement';
import type { Measuring } from '../measure/measuring.ts';
import { commonTasks } from './common-tasks.ts';

/** How abilities of a competence under one release become abilities under another. */
export interface ReleaseLink extends ScaleLink {
  /** By the key of an item version of the old release: the version of the new one that asks the same. */
  same: ReadonlyMap<string, number>;
  /** What choosing other anchors would have changed: jackknife variances and covariance. */
  variance: { slope: number; intercept: number; both: number };
}

/** Why results of one release cannot be read under another. */
export type Unlinked =
  /** They are of different frameworks, or of texts that do not mean the same. */
  | 'other-framework'
  /** One of the two does not measure the competence. */
  | 'not-measured'
  /** They share too few items. */
  | 'few-anchors'
  /** The items they share do not agree on one line. */
  | 'anchors-disagree';

export type Linked = { ok: true; link: ReleaseLink } | { ok: false; why: Unlinked };

/**
 * The line that takes abilities of one release to another's scale, from the items that ask the
 * same in both. Where all of these count alike in both, the scale is the same and nothing is added to the
 * error. Otherwise the line is Stocking and Lord's (`linkScales`), and its own error is the jackknife
 * over anchors (Quenouille 1956; for linking: Haberman, Lee & Qian 2009, ETS RR-09-02).
 */
export function linkReleases(from: Measuring, to: Measuring, competence: string): Linked {
  if (!meansTheSame(from, to)) return { ok: false, why: 'other-framework' };
  const [before, after] = [from.competences.get(competence), to.competences.get(competence)];
  if (!before || !after) return { ok: false, why: 'not-measured' };
  const tasks = commonTasks(before.items, after.items);
  const same = new Map(tasks.map(({ old, now }) => [old.key, now.definition.version]));
  const common = tasks.map(({ old, now }) => ({
    from: old.parameters.parameters,
    to: now.parameters.parameters,
  }));
  if (common.length > 0 && common.every(({ from, to }) => countsAlike(from, to))) {
    const variance = { slope: 0, intercept: 0, both: 0 };
    return { ok: true, link: { slope: 1, intercept: 0, same, variance } };
  }
  // An item that one scale counts in steps and the other as a fraction has two sorts of curve.
  const anchors = common.filter(({ from, to }) => stepsOf(from).length === stepsOf(to).length);
  // A line found without one of them needs as many.
  if (anchors.length <= LINKING_RULES.minimumItems) return { ok: false, why: 'few-anchors' };
  const populations = { from: before.prior, to: after.prior };
  const whole = lineThrough(anchors, populations);
  if (!whole) return { ok: false, why: 'anchors-disagree' };
  const without = anchors.flatMap((_, left) => {
    const line = lineThrough(
      anchors.filter((__, index) => index !== left),
      populations,
    );
    return line ? [line] : [];
  });
  if (without.length < anchors.length) return { ok: false, why: 'anchors-disagree' };
  return {
    ok: true,
    link: { ...whole, same, variance: jackknife(without) },
  };
}

/** The standard error, in logits, that a link adds to an ability on the scale it comes from. */
export function linkError({ variance }: ReleaseLink, ability: number): number {
  const { slope, intercept, both } = variance;
  return Math.sqrt(Math.max(0, ability * ability * slope + intercept + 2 * ability * both));
}

/** A framework's major version moves when its codes change their meaning. */
function meansTheSame(from: Measuring, to: Measuring): boolean {
  const [a, b] = [from.release.framework, to.release.framework];
  return a.id === b.id && a.version.split('.')[0] === b.version.split('.')[0];
}

function lineThrough(
  items: readonly CommonItem[],
  populations: { from: NormalPrior; to: NormalPrior },
): ScaleLink | null {
  const method = 'stocking-lord';
  const found = linkScales({ items, method, populations, rules: LINKING_RULES });
  if (found.code === 'not-enough-data' || found.severity === 'act') return null;
  const { slope, intercept } = found.figures;
  return { slope, intercept };
}

const stepsOf = (item: ItemParameters): readonly number[] =>
  'steps' in item ? item.steps : [item.difficulty];

function countsAlike(from: ItemParameters, to: ItemParameters): boolean {
  const [a, b] = [stepsOf(from), stepsOf(to)];
  return (
    from.discrimination === to.discrimination &&
    from.difficultySd === to.difficultySd &&
    a.length === b.length &&
    a.every((step, index) => step === b[index])
  );
}

function jackknife(lines: readonly ScaleLink[]): ReleaseLink['variance'] {
  const n = lines.length;
  const mean = (of: (line: ScaleLink) => number) => lines.reduce((sum, l) => sum + of(l), 0) / n;
  const [slope, intercept] = [mean((line) => line.slope), mean((line) => line.intercept)];
  const product = (of: (line: ScaleLink) => number) => (n - 1) * mean(of);
  return {
    slope: product((line) => (line.slope - slope) ** 2),
    intercept: product((line) => (line.intercept - intercept) ** 2),
    both: product((line) => (line.slope - slope) * (line.intercept - intercept)),
  };
}
