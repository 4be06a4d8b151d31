import { type Instance, type ItemDefinition, pointsOf } from '@jalon/items';
import {
  compileItem,
  type CompiledItem,
  createJointModel,
  domainCorrelations,
  type JointModel,
  levelFromProbabilities,
  type Observation,
  type Posterior,
  reportLevel,
  standardGrid,
} from '@jalon/measurement';
import { itemParameters, type Release } from '@jalon/framework';
import type { CompetenceName, Descriptor, ReleaseReference, ReportedLevel } from '@jalon/types';
import { RecentlyUsed } from './recently-used.ts';

/** An item of a release, ready to be chosen and counted. */
export interface EngineItem {
  key: string;
  definition: ItemDefinition;
  parameters: CompiledItem;
}

/** One competence of a release: its scale and its items. */
export interface EngineCompetence {
  name: CompetenceName;
  prior: { mean: number; sd: number };
  cuts: readonly number[];
  items: readonly EngineItem[];
  descriptors: readonly Descriptor[];
}

/** One release, ready to measure with. */
export interface Engine {
  reference: ReleaseReference;
  release: Release;
  /** Those that have items, in the framework's order. */
  competences: ReadonlyMap<string, EngineCompetence>;
  item(id: string, version: number): EngineItem;
  /** A scored answer as measuring takes it: in steps, or as a fraction, as the scale has it. */
  observation: (answer: ScoredAnswer) => Observation;
  /** How competences go together, with the place of each by its code; `null` where the scale says nothing. */
  joint: { model: JointModel; places: ReadonlyMap<string, number> } | null;
  /** Those that were drawn last: one is drawn to be shown, and scored a minute later. */
  instances: RecentlyUsed<string, Instance>;
  descriptor(code: string): Descriptor;
  report(competence: string, posterior: Posterior): ReportedLevel;
  /** A level as it was kept with its probabilities. */
  reported(probabilities: readonly number[]): ReportedLevel;
}

/** What an answer to an item earned. */
export interface ScoredAnswer {
  itemId: string;
  itemVersion: number;
  points: number;
  possible: number;
}

/** As many as sittings are kept, each of which waits for one; some 2 kB each. */
const INSTANCES_KEPT = 12_000;

/** The engines of every release that has results, and the one that new attempts begin under. */
export interface Engines {
  current: Engine;
  of(version: string): Engine;
}

/** The name by which an item version is known: `id@version`. */
export const itemKey = (id: string, version: number): string => `${id}@${version}`;

/** Prepares every release; `current` is the version that new attempts begin under. */
export function createEngines(releases: readonly Release[], current: string): Engines {
  const engines = new Map(releases.map((release) => [release.version, createEngine(release)]));
  const of = (version: string): Engine => {
    const engine = engines.get(version);
    if (!engine) throw new Error(`No release ${version} in the competence framework's folder.`);
    return engine;
  };
  return { current: of(current), of };
}

function createEngine(release: Release): Engine {
  const { framework } = release;
  const items = new Map(
    [...release.items.values()].map((definition) => {
      const key = itemKey(definition.id, definition.version);
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
  const competences = new Map<string, EngineCompetence>();
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

  const item = (id: string, version: number): EngineItem =>
    found(items.get(itemKey(id, version)), `item ${itemKey(id, version)}`);

  return {
    reference: { framework: framework.id, version: release.version, sha256: release.sha256 },
    release,
    competences,
    joint: jointOf(release),
    instances: new RecentlyUsed(INSTANCES_KEPT),
    item,
    observation: ({ itemId, itemVersion, points, possible }) => {
      const { parameters } = item(itemId, itemVersion);
      const score = parameters.maxScore === 1 ? points / possible : points;
      return { item: parameters, score };
    },
    descriptor: (code) => found(descriptors.get(code), `descriptor ${code}`),
    report: (competence, posterior) =>
      reported(
        reportLevel(posterior, found(competences.get(competence), `items in ${competence}`).cuts)
          .probabilities,
      ),
    reported,
  };
}

function jointOf({ framework, scale }: Release): Engine['joint'] {
  const { correlation } = scale;
  if (!correlation) return null;
  const measured = framework.competences.flatMap(({ code, domain }) => {
    const own = scale.competences[code];
    return own ? [{ code, domain, prior: own.prior }] : [];
  });
  const model = createJointModel({
    means: measured.map(({ prior }) => prior.mean),
    sds: measured.map(({ prior }) => prior.sd),
    correlations: domainCorrelations({
      domains: measured.map(({ domain }) => domain),
      ...correlation,
    }),
  });
  return { model, places: new Map(measured.map(({ code }, index) => [code, index])) };
}
