import type { ItemDefinition } from '@jalon/items';
import canonicalize from 'canonicalize';
import type { Framework } from '../schema/framework.ts';
import type { Scale } from '../schema/scale.ts';
import type { Release } from './load.ts';
import { changedPaths } from './changed-paths.ts';

/** How much of a version must move, the least first. */
const steps = ['patch', 'minor', 'major'] as const;
export type VersionStep = (typeof steps)[number];

/** What can change, each with the step of the version that it asks for. */
const stepOf = {
  'other-framework': 'major',
  'other-meaning': 'major',
  'level-count': 'major',
  'competence-gone': 'major',
  'competence-new': 'major',
  'descriptor-gone': 'major',
  'descriptor-moved': 'major',
  'descriptor-new': 'minor',
  'framework-words': 'patch',
  cuts: 'major',
  prior: 'major',
  steps: 'major',
  sitting: 'minor',
  growth: 'minor',
  correlation: 'minor',
  'scale-defaults': 'patch',
  'items-added': 'minor',
  'items-retired': 'minor',
  'item-version': 'minor',
  'item-words': 'patch',
  engine: 'minor',
  'engine-mended': 'patch',
} as const satisfies Record<string, VersionStep>;
export type ChangeKind = keyof typeof stepOf;

/** One change between two releases, and which step of the version it asks for. */
export interface Change {
  step: VersionStep;
  what: ChangeKind;
  /** What changed: a code, an item's id, a count or a version; empty where `what` says it all. */
  subject: string;
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

const change = (what: ChangeKind, subject = '', touches: readonly string[] = []): Change => ({
  step: stepOf[what],
  what,
  subject,
  touches,
});

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
  if (before.id !== after.id) changes.push(change('other-framework', after.id, all));
  const [firstBefore, firstAfter] = [before.version, after.version].map((v) => v.split('.')[0]);
  if (firstBefore !== firstAfter) changes.push(change('other-meaning', after.version, all));
  if (before.levels.length !== after.levels.length) {
    changes.push(change('level-count', String(after.levels.length), all));
  }
  for (const code of old.keys()) {
    if (!now.has(code)) changes.push(change('competence-gone', code, [code]));
  }
  for (const [code, competence] of now) {
    const other = old.get(code);
    if (!other) {
      changes.push(change('competence-new', code));
      continue;
    }
    const descriptors = new Map(other.descriptors.map((one) => [one.code, one]));
    for (const descriptor of competence.descriptors) {
      const was = descriptors.get(descriptor.code);
      descriptors.delete(descriptor.code);
      if (!was) changes.push(change('descriptor-new', descriptor.code));
      else if (was.level !== descriptor.level) {
        changes.push(change('descriptor-moved', descriptor.code, [code]));
      }
    }
    for (const gone of descriptors.keys()) changes.push(change('descriptor-gone', gone, [code]));
  }
  if (changes.length === 0 && !isSame(before, after)) changes.push(change('framework-words'));
  return changes;
}

function scaleChanges(before: Scale, after: Scale): Change[] {
  const changes: Change[] = [];
  const codes = [
    ...new Set([...Object.keys(before.competences), ...Object.keys(after.competences)]),
  ].sort();
  for (const code of codes) {
    const [old, now] = [before.competences[code], after.competences[code]];
    if (!isSame(old?.cuts, now?.cuts)) changes.push(change('cuts', code, [code]));
    if (!isSame(old?.prior, now?.prior)) changes.push(change('prior', code, [code]));
  }
  if (!isSame(before.partialCredit, after.partialCredit)) changes.push(change('steps', '', codes));
  for (const part of ['sitting', 'growth', 'correlation'] as const) {
    if (!isSame(before[part], after[part])) changes.push(change(part));
  }
  if (changes.length === 0 && !isSame(before, after)) changes.push(change('scale-defaults'));
  return changes;
}

function itemChanges(before: Release['items'], after: Release['items']): Change[] {
  const byId = (items: Release['items']) =>
    new Map([...items.values()].map((item) => [item.id, item]));
  const [old, now] = [byId(before), byId(after)];
  const added = [...now.keys()].filter((id) => !old.has(id));
  const removed = [...old.values()].filter(({ id }) => !now.has(id));
  const changes: Change[] = [];
  if (added.length > 0) changes.push(change('items-added', String(added.length)));
  if (removed.length > 0) {
    const touches = [...new Set(removed.map(({ competence }) => competence))].sort();
    changes.push(change('items-retired', String(removed.length), touches));
  }
  for (const [id, item] of now) {
    const was = old.get(id);
    if (!was || was.version === item.version) continue;
    changes.push(
      onlyWords(was, item)
        ? change('item-words', id)
        : change('item-version', id, [item.competence]),
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
  const numbers = (engine: string) =>
    [...engine.matchAll(/\d+(?:\.\d+)*/g)].map(([v]) => v.split('.').slice(0, 2).join('.'));
  const isMended = isSame(numbers(before), numbers(after));
  return [change(isMended ? 'engine-mended' : 'engine', after)];
}

const isSame = (a: unknown, b: unknown): boolean =>
  canonicalize(a ?? null) === canonicalize(b ?? null);
