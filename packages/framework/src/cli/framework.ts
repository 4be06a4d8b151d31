import { summarizeBank } from '../check/bank-summary.ts';
import { drawItems } from '../check/draw-items.ts';
import { problemText } from '../problem.ts';
import { readEngineVersion } from '../read/engine-version.ts';
import { writeRelease } from '../read/write-release.ts';
import { buildRelease, ReleaseRefused } from '../release/build.ts';
import { diffReleases, diffText } from '../release/diff.ts';
import { verifyRelease } from '../release/verify.ts';
import type { ReleaseLock } from '../schema/release.ts';
import { readArguments } from './arguments.ts';
import { crcnFolder, readOrStop, readWithProblems } from './folder.ts';
import { stop, usage } from './stop.ts';

const howTo = `Usage: npm run framework -- COMMAND
  check [--json]                     checks the framework, the scale, the items' places and the releases
  release VERSION [--without ID …]   locks the newest of everything, but for some items
  verify [--json]                    tells which locked file has changed
  diff BEFORE AFTER [--json]         tells what changed between two releases`;

const { positionals, values } = readArguments(
  {
    json: { type: 'boolean', default: false },
    without: { type: 'string', multiple: true, default: [] },
  },
  howTo,
);
const [command, ...rest] = positionals;

switch (command) {
  case 'check':
    check();
    break;
  case 'release':
    release(rest[0]);
    break;
  case 'verify':
    verify();
    break;
  case 'diff':
    diff(rest[0], rest[1]);
    break;
  default:
    usage(howTo);
}

function check(): void {
  const { edition, bank, releases, problems } = readWithProblems();
  const framework = edition?.framework.value;
  const summary = framework && {
    id: framework.id,
    version: framework.version,
    domains: framework.domains.length,
    competences: framework.competences.length,
    descriptors: framework.competences.flatMap(({ descriptors }) => descriptors).length,
    itemVersions: bank.items.length,
    releases: releases.length,
  };
  if (values.json) {
    const itemsBy = summarizeBank((edition?.items ?? []).map(({ value }) => value));
    console.log(JSON.stringify({ ok: problems.length === 0, summary, itemsBy, problems }, null, 2));
  } else {
    for (const problem of problems) console.log(problemText(problem));
    if (summary) {
      console.log(
        `${summary.id} ${summary.version}: ${summary.domains} domains, ${summary.competences} competences, ` +
          `${summary.descriptors} descriptors, ${summary.itemVersions} item versions, ${summary.releases} releases`,
      );
    }
  }
  if (problems.length > 0) process.exitCode = 1;
}

function release(version: string | undefined): void {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version)) {
    usage('Usage: npm run framework -- release VERSION, three numbers such as 1.1.0');
  }
  const { bank, edition, releases } = readOrStop();
  const broken = releases.flatMap((lock) => verifyRelease(bank, lock));
  if (broken.length > 0) stop(broken.join('\n'));
  for (const id of values.without) {
    if (!edition.items.some(({ value }) => value.id === id)) stop(`There is no item ${id}.`);
  }
  const items = edition.items.filter(({ value }) => !values.without.includes(value.id));
  const wrong = drawItems(items).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) stop(wrong.map(problemText).join('\n'));
  const previous = releases.filter((lock) => lock.version !== version).at(-1);
  const engine = readEngineVersion();
  try {
    const lock = buildRelease({ ...edition, items, version, engine, previous });
    writeRelease(crcnFolder, lock);
    if (previous) console.error(diffText(diffReleases(previous, lock)));
    console.log(`${version} ${lock.sha256} (${lock.items.length} items)`);
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error;
    stop(error.message);
  }
}

function verify(): void {
  const { bank, releases, problems: mistakes } = readWithProblems();
  const problems = [
    ...mistakes.map(problemText),
    ...releases.flatMap((lock) => verifyRelease(bank, lock)),
  ];
  if (values.json) {
    const versions = releases.map(({ version }) => version);
    console.log(JSON.stringify({ ok: problems.length === 0, versions, problems }, null, 2));
  } else {
    for (const problem of problems) console.log(problem);
    console.log(`${releases.length} releases verified, ${problems.length} problems`);
  }
  if (problems.length > 0) process.exitCode = 1;
}

function diff(before: string | undefined, after: string | undefined): void {
  if (!before || !after) usage('Usage: npm run framework -- diff BEFORE AFTER');
  const { releases } = readWithProblems();
  const found = diffReleases(locked(releases, before), locked(releases, after));
  console.log(values.json ? JSON.stringify(found, null, 2) : diffText(found));
}

function locked(releases: readonly ReleaseLock[], version: string): ReleaseLock {
  const versions = releases.map((lock) => lock.version).join(', ');
  return (
    releases.find((lock) => lock.version === version) ??
    stop(`There is no release ${version}; there are: ${versions || 'none'}.`)
  );
}
