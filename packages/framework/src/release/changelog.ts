import { changeText } from './change-text.ts';
import { type Change, stepDue } from './due.ts';
import { diffNames, type ReleaseDiff } from './diff.ts';

const HEAD = `# Changes from release to release

Written by \`npm run framework -- release\`. What a version's numbers mean, and how a result is read
under another release: docs/framework-releases.md.
`;

/** What a changelog says of one release. */
export interface ChangelogEntry {
  version: string;
  /** The day it was made, \`2026-11-24\`. */
  day: string;
  sha256: string;
  changes: readonly Change[];
  /** How many items it holds. */
  items: number;
  /** `null` of a first release. */
  diff: ReleaseDiff | null;
}

/** The changelog with one more release, the newest first; the same where it is there already. */
export function addToChangelog(text: string | null, entry: ChangelogEntry): string {
  const heading = `## ${entry.version} (`;
  if (text?.includes(heading)) return text;
  const [, ...older] = (text ?? HEAD).split(/^(?=## )/m);
  return `${[HEAD, section(entry), ...older].map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function section({ version, day, sha256, items, changes, diff }: ChangelogEntry): string {
  if (!diff) {
    return `## ${version} (${day})\n\nSHA-256 \`${sha256}\`; the first release.\n\n- ${items} items.\n`;
  }
  const { added, removed, changed } = diffNames(diff);
  const step = stepDue(changes);
  const lines = [
    `## ${version} (${day})`,
    '',
    `SHA-256 \`${sha256}\`${step ? `; a ${step} release` : ''}.`,
    '',
    ...changes.map((change) => `- ${changeText(change)}`),
    ...list('Added', added),
    ...list('Retired', removed),
    ...list('New versions', changed),
  ];
  return lines.join('\n');
}

const list = (title: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`- ${title}: ${names.map((name) => `\`${name}\``).join(', ')}.`];
