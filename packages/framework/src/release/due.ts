import type { ItemDefinition } from '@jalon/items';
import canonicalize from 'canonicalize';
import type { Framework } from '../schema/framework.ts';
import type { Scale } from '../schema/scale.ts';
import type { Release } from './load.ts';
import { changedPaths } from './changed-paths.ts';

/** How much of a version must move, the least first. */
const steps = ['patch', 'minor', 'major'] as const;
export type VersionStep = (typeof steps)[number];

/** One change between two releases, and which step of the version it asks for. */
export interface Change {
  step: VersionStep;
  /** A sentence for a steward. */
  why: string;
  /** Codes of the competences of which a result would move if it were read again. */
  touches: readonly string[];
}

type Content = Pick<Release, 'framework' | 'scale' | 'items' | 'engine'>;

/**
 * What changed between two releases, each with the step it asks for: `patch` for words that move no
 * score, `minor` for what is added or put beside the old, `major` for competences, cut points and
 * whatever else gives an old answer another meaning. Empty where nothing changed.
 */
export function changesBetween(before: Content, after: Content): Change[] {
  return [
    ...frameworkChanges(before.framework, after.framework),
    ...scaleChanges(before.scale, after.scale),
    ...itemChanges(before.items, after.items),
    ...engineChanges(before.engine, after.engine),
  ];
}

/** The step that changes ask for together; `null` for none. */
export function stepDue(changes: readonly Change[]): VersionStep | null {
  return steps.findLast((step) => changes.some((change) => change.step === step)) ?? null;
}

/** The first version that a step after `version` allows. */
export function nextVersion(version: string, step: VersionStep): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function frameworkChanges(before: Framework, after: Framework): Change[] {
  const all = before.competences.map(({ code }) => code);
  const old = new Map(before.competences.map((one) => [one.code, one]));
  const now = new Map(after.competences.map((one) => [one.code, one]));
  const changes: Change[] = [];
  const add = (step: VersionStep, why: string, touches: readonly string[] = []) =>
    changes.push({ step, why, touches });
  if (before.id !== after.id) add('major', `The framework is ${after.id}, not ${before.id}.`, all);
  const [firstBefore, firstAfter] = [before.version, after.version].map((v) => v.split('.')[0]);
  if (firstBefore !== firstAfter) {
    add('major', `The framework's ${after.version} gives its codes another meaning.`, all);
  }
  if (before.levels.length !== after.levels.length) {
    add('major', `There are ${after.levels.length} levels, not ${before.levels.length}.`, all);
  }
  for (const code of old.keys()) {
    if (!now.has(code)) add('major', `The competence ${code} is gone.`, [code]);
  }
  for (const [code, competence] of now) {
    const other = old.get(code);
    if (!other) {
      add('major', `The competence ${code} is new.`);
      continue;
    }
    const descriptors = new Map(other.descriptors.map((one) => [one.code, one]));
    for (const descriptor of competence.descriptors) {
      const was = descriptors.get(descriptor.code);
      descriptors.delete(descriptor.code);
      if (!was) add('minor', `The descriptor ${descriptor.code} is new.`);
      else if (was.level !== descriptor.level) {
        add('major', `The descriptor ${descriptor.code} moved to another level.`, [code]);
      }
    }
    for (const gone of descriptors.keys()) add('major', `The descriptor ${gone} is gone.`, [code]);
  }
  if (changes.length === 0 && !isSame(before, after)) {
    add('patch', 'Words of the framework changed; its codes and levels did not.');
  }
  return changes;
}

function scaleChanges(before: Scale, after: Scale): Change[] {
  const changes: Change[] = [];
  const codes = [
    ...new Set([...Object.keys(before.competences), ...Object.keys(after.competences)]),
  ];
  for (const code of codes.sort()) {
    const [old, now] = [before.competences[code], after.competences[code]];
    const touches = [code];
    if (!isSame(old?.cuts, now?.cuts)) {
      changes.push({ step: 'major', why: `The cut points of ${code} changed.`, touches });
    }
    if (!isSame(old?.prior, now?.prior)) {
      changes.push({ step: 'major', why: `The prior of ${code} changed.`, touches });
    }
  }
  if (!isSame(before.partialCredit, after.partialCredit)) {
    const why = 'Items of several points are counted in other steps.';
    changes.push({ step: 'major', why, touches: codes });
  }
  const beside = [
    ['sitting', 'Sittings end by another rule.'],
    ['growth', 'An earlier result widens otherwise before the next sitting.'],
    ['correlation', 'Competences say more or less of each other before the next sitting.'],
  ] as const;
  for (const [part, why] of beside) {
    if (!isSame(before[part], after[part])) changes.push({ step: 'minor', why, touches: [] });
  }
  if (changes.length === 0 && !isSame(before, after)) {
    const why = 'Only what new items are given by default changed in the scale.';
    changes.push({ step: 'patch', why, touches: [] });
  }
  return changes;
}

function itemChanges(before: Release['items'], after: Release['items']): Change[] {
  const byId = (items: Release['items']) =>
    new Map([...items.values()].map((item) => [item.id, item]));
  const [old, now] = [byId(before), byId(after)];
  const added = [...now.keys()].filter((id) => !old.has(id));
  const removed = [...old.values()].filter(({ id }) => !now.has(id));
  const changes: Change[] = [];
  if (added.length > 0) {
    changes.push({ step: 'minor', why: `Items are added: ${added.length}.`, touches: [] });
  }
  if (removed.length > 0) {
    const touches = [...new Set(removed.map(({ competence }) => competence))].sort();
    changes.push({ step: 'minor', why: `Items are retired: ${removed.length}.`, touches });
  }
  for (const [id, item] of now) {
    const was = old.get(id);
    if (!was || was.version === item.version) continue;
    changes.push(
      onlyWords(was, item)
        ? { step: 'patch', why: `${id} has other words and the same scoring.`, touches: [] }
        : { step: 'minor', why: `${id} is a new version.`, touches: [item.competence] },
    );
  }
  return changes;
}

/** What is said around an answer. Words of an answer itself may make it easier: they count. */
const WORDS = new Set(['version', 'title', 'prompt', 'feedback', 'alt']);

function onlyWords(before: ItemDefinition, after: ItemDefinition): boolean {
  return changedPaths(before, after).every((path) => path.some((key) => WORDS.has(key)));
}

function engineChanges(before: string, after: string): Change[] {
  if (before === after) return [];
  const upTo = (count: number) => (engine: string) =>
    [...engine.matchAll(/\d+(?:\.\d+)*/g)].map(([v]) => v.split('.').slice(0, count).join('.'));
  const [old, now] = [before, after].map((engine) => upTo(2)(engine).join(' '));
  const why = `The engine is ${after}, not ${before}: replay statements of before under it.`;
  return [{ step: old === now ? 'patch' : 'minor', why, touches: [] }];
}

const isSame = (a: unknown, b: unknown): boolean =>
  canonicalize(a ?? null) === canonicalize(b ?? null);
