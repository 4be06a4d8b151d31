import type { Instance } from '@jalon/items';
import { createJointModel, domainCorrelations, type JointModel } from '@jalon/measurement';
import {
  compareVersions,
  type Linked,
  linkReleases,
  type Measuring,
  type MeasuringCompetence,
  measureWith,
  type Release,
} from '@jalon/framework';
import type { ReleaseReference } from '@jalon/types';
import { RecentlyUsed } from './recently-used.ts';

export type { ScoredAnswer } from '@jalon/framework';
export type EngineCompetence = MeasuringCompetence;

/** One release, ready to give sittings under and to measure with. */
export interface Engine extends Measuring {
  reference: ReleaseReference;
  /** How competences go together, with the place of each by its code; `null` where the scale says nothing. */
  joint: { model: JointModel; places: ReadonlyMap<string, number> } | null;
  /** Those that were drawn last: one is drawn to be shown, and scored a minute later. */
  instances: RecentlyUsed<string, Instance>;
}

/** As many as sittings are kept, each of which waits for one; some 2 kB each. */
const INSTANCES_KEPT = 12_000;

/** The engines of every release that has results, and the one that new attempts begin under. */
export interface Engines {
  current: Engine;
  /** Newest first. */
  versions: readonly string[];
  /** Throws where there is no such release. */
  of(version: string): Engine;
  /** How results of a competence under one release are read under another. */
  link(from: Engine, to: Engine, competence: string): Linked;
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
  const links = new Map<string, Linked>();
  const link: Engines['link'] = (from, to, competence) => {
    const key = [from.reference.version, to.reference.version, competence].join(' ');
    const known = links.get(key);
    if (known) return known;
    const found = linkReleases(from, to, competence);
    links.set(key, found);
    return found;
  };
  const versions = [...engines.keys()].sort((a, b) => compareVersions(b, a));
  return { current: of(current), versions, of, link };
}

function createEngine(release: Release): Engine {
  const { version, sha256, framework } = release;
  return {
    ...measureWith(release),
    reference: { framework: framework.id, version, sha256 },
    joint: jointOf(release),
    instances: new RecentlyUsed(INSTANCES_KEPT),
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
