import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemKey } from '../bank.ts';
import { drawItems } from '../check/draw-items.ts';
import { problemText } from '../problem.ts';
import { readEngineVersion } from '../read/engine-version.ts';
import { writeRelease } from '../read/write-release.ts';
import { writeStatements } from '../read/write-statements.ts';
import { buildRelease, ReleaseRefused } from '../release/build.ts';
import { changeText } from '../release/change-text.ts';
import { addToChangelog } from '../release/changelog.ts';
import { diffReleases, diffText } from '../release/diff.ts';
import { changesBetween, nextVersion, stepDue } from '../release/due.ts';
import { loadRelease } from '../release/load.ts';
import { compareVersions } from '../release/semver.ts';
import { verifyRelease } from '../release/verify.ts';
import { crcnFolder, readOrStop } from './folder.ts';
import { stop, usage } from './stop.ts';

const VERSION = /^\d+\.\d+\.\d+$/;

/**
 * Locks the newest of everything but for some items, and writes what changed into the changelog.
 * Stops where the version is smaller than the changes ask for.
 */
export function releaseFramework(version: string | undefined, without: readonly string[]): void {
  if (!version || !VERSION.test(version)) {
    usage('Usage: npm run framework -- release VERSION, three numbers such as 1.1.0');
  }
  const { bank, edition, releases } = readOrStop();
  const broken = releases.flatMap((lock) => verifyRelease(bank, lock));
  if (broken.length > 0) stop(broken.join('\n'));
  for (const id of without) {
    if (!edition.items.some(({ value }) => value.id === id)) stop(`There is no item ${id}.`);
  }
  const items = edition.items.filter(({ value }) => !without.includes(value.id));
  const wrong = drawItems(items).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) stop(wrong.map(problemText).join('\n'));
  const previous = releases.filter((lock) => lock.version !== version).at(-1);
  const engine = readEngineVersion();
  try {
    const lock = buildRelease({ ...edition, items, version, engine, previous });
    const changes = previous
      ? changesBetween(loadRelease(bank, previous), {
          framework: edition.framework.value,
          scale: edition.scale.value,
          items: new Map(items.map(({ value }) => [itemKey(value), value])),
          engine,
        })
      : [];
    const due = stepDue(changes);
    if (previous && due) {
      const least = nextVersion(previous.version, due);
      if (compareVersions(version, least) < 0) {
        const why = changes.filter(({ step }) => step === due).map(changeText);
        throw new ReleaseRefused(`This is a ${due} release, ${least} at least:\n${why.join('\n')}`);
      }
    }
    writeRelease(crcnFolder, lock);
    writeStatements(crcnFolder, loadRelease(bank, lock));
    const file = join(crcnFolder, 'CHANGELOG.md');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const diff = previous && diffReleases(previous, lock);
    const day = new Date().toISOString().slice(0, 10);
    const { sha256, items: locked } = lock;
    const entry = { version, day, sha256, items: locked.length, changes, diff: diff ?? null };
    writeFileSync(file, addToChangelog(text, entry));
    if (diff) console.error(diffText(diff));
    console.log(`${version} ${lock.sha256} (${lock.items.length} items)`);
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error;
    stop(error.message);
  }
}
