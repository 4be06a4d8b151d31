import { join } from 'node:path';
import { summarizeBank } from '../check/bank-summary.ts';
import { readCrosswalks } from '../read/read-crosswalk.ts';
import { readSequences } from '../read/read-sequences.ts';
import { problemText } from '../problem.ts';
import { readArguments } from './arguments.ts';
import { crcnFolder, readWithProblems } from './folder.ts';
import { diffFramework } from './framework-diff.ts';
import { importFramework } from './framework-import.ts';
import { publishFramework } from './framework-publish.ts';
import { releaseFramework } from './framework-release.ts';
import { verifyReleases, verifyStatementFile } from './framework-verify.ts';
import { usage } from './stop.ts';

const howTo = `Usage: npm run framework -- COMMAND
  check [--json]                     checks the framework, the scale, the items' places and the releases
  release VERSION [--without ID …]   locks the newest of everything, but for some items
  verify [--json]                    tells which locked file has changed
  verify STATEMENT [--bundle FILE]   makes a pupil's result again from its statement
  diff BEFORE [AFTER] [--json]       tells what changed, up to AFTER or up to now, and which version is due
  publish VERSION [--out FOLDER]     writes a release into one file that needs nothing else
  import PACKAGE.json ID [--out …]   makes a draft framework out of a CASE package`;

const { positionals, values } = readArguments(
  {
    json: { type: 'boolean', default: false },
    bundle: { type: 'string' },
    out: { type: 'string', default: 'published' },
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
    releaseFramework(rest[0], values.without);
    break;
  case 'verify':
    if (rest[0] === undefined) verifyReleases(values.json);
    else verifyStatementFile(rest[0], values.bundle, values.json);
    break;
  case 'diff':
    diffFramework(rest[0], rest[1], values.json);
    break;
  case 'publish':
    publishFramework(rest[0], values.out);
    break;
  case 'import':
    importFramework(rest[0], rest[1], values.out);
    break;
  default:
    usage(howTo);
}

function check(): void {
  const { edition, bank, releases, problems: mistakes } = readWithProblems();
  const walks = edition
    ? readCrosswalks(join(crcnFolder, '..'), edition.framework.value)
    : { crosswalks: [], problems: [] };
  const ready = edition
    ? readSequences(crcnFolder, edition.framework.value)
    : { sequences: [], problems: [] };
  const problems = [...mistakes, ...walks.problems, ...ready.problems];
  const framework = edition?.framework.value;
  const summary = framework && {
    id: framework.id,
    version: framework.version,
    domains: framework.domains.length,
    competences: framework.competences.length,
    descriptors: framework.competences.flatMap(({ descriptors }) => descriptors).length,
    itemVersions: bank.items.length,
    releases: releases.length,
    crosswalks: walks.crosswalks.length,
    sequences: ready.sequences.length,
  };
  if (values.json) {
    const itemsBy = summarizeBank((edition?.items ?? []).map(({ value }) => value));
    console.log(JSON.stringify({ ok: problems.length === 0, summary, itemsBy, problems }, null, 2));
  } else {
    for (const problem of problems) console.log(problemText(problem));
    if (summary) {
      console.log(
        `${summary.id} ${summary.version}: ${summary.domains} domains, ${summary.competences} competences, ` +
          `${summary.descriptors} descriptors, ${summary.itemVersions} item versions, ${summary.releases} releases, ${summary.crosswalks} crosswalks, ${summary.sequences} sequences`,
      );
    }
  }
  if (problems.length > 0) process.exitCode = 1;
}
