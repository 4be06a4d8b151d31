import { itemKey } from '../bank.ts';
import { readEngineVersion } from '../read/engine-version.ts';
import { buildRelease } from '../release/build.ts';
import { changeText } from '../release/change-text.ts';
import { diffNames, diffReleases, diffText } from '../release/diff.ts';
import { changesBetween, nextVersion, stepDue } from '../release/due.ts';
import { loadRelease, type Release } from '../release/load.ts';
import type { ReleaseLock } from '../schema/release.ts';
import { lockOrStop, readOrStop } from './folder.ts';
import { usage } from './stop.ts';

/** Tells what changed between two releases, or from one to what the folder holds now. */
export function diffFramework(
  before: string | undefined,
  after: string | undefined,
  json: boolean,
) {
  if (!before) usage('Usage: npm run framework -- diff BEFORE [AFTER]');
  const reading = readOrStop();
  const old = lockOrStop(reading.releases, before);
  const now = after
    ? contentOf(lockOrStop(reading.releases, after))
    : workingContent(`${old.version}+`);
  const diff = diffReleases(old, now.lock);
  const changes = changesBetween(contentOf(old).release, now.release);
  const step = stepDue(changes);
  const touched = [...new Set(changes.flatMap(({ touches }) => touches))].sort();
  const least = step && nextVersion(old.version, step);
  if (json) {
    const told = { ...diffNames(diff), due: step, least, changes, touched, diff };
    console.log(JSON.stringify(told, null, 2));
    return;
  }
  console.log(
    [
      diffText(diff),
      ...changes.map((change) => `${change.step}: ${changeText(change)}`),
      least ? `due: ${step}, ${least} at least` : 'due: nothing, they hold the same',
      touched.length > 0
        ? `results that would move if they were read again: ${touched.join(', ')}`
        : 'no result would move if it were read again',
    ].join('\n'),
  );

  function contentOf(lock: ReleaseLock): { lock: ReleaseLock; release: Release } {
    return { lock, release: loadRelease(reading.bank, lock) };
  }

  function workingContent(version: string): { lock: ReleaseLock; release: Release } {
    const { edition } = reading;
    const engine = readEngineVersion();
    const lock = buildRelease({ ...edition, version, engine });
    const items = new Map(edition.items.map(({ value }) => [itemKey(value), value]));
    const { framework, scale } = edition;
    const { sha256 } = lock;
    return {
      lock,
      release: { version, sha256, engine, framework: framework.value, scale: scale.value, items },
    };
  }
}
