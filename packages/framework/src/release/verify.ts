import { type Bank, itemKey, type SourceFile } from '../bank.ts';
import type { ReleaseLock } from '../schema/release.ts';
import { contentHash } from './hash.ts';

/** What a published release locks and the folder no longer holds as it was; empty where all is well. */
export function verifyRelease(bank: Bank, lock: ReleaseLock): string[] {
  const { sha256, ...locked } = lock;
  const by = `is locked by release ${lock.version}`;
  const own =
    contentHash(locked) === sha256
      ? []
      : [
          `releases/${lock.version}.json was changed after it was published. Restore it; write a change as a new release.`,
        ];
  const whole = <T extends { version: string }>(
    name: string,
    files: readonly SourceFile<T>[],
    wanted: { version: string; sha256: string },
  ): string[] => {
    const file = files.find(({ value }) => value.version === wanted.version);
    const next = nextMinor(wanted.version);
    const instead = `Restore it, and write the change as a new version in ${name}.${next}.yaml.`;
    if (!file) return [`The ${name} ${wanted.version} ${by} and is gone. ${instead}`];
    if (contentHash(file.content) === wanted.sha256) return [];
    return [`${file.path} ${by} and has changed. ${instead}`];
  };
  const items = new Map(bank.items.map((item) => [itemKey(item.value), item]));
  return [
    ...own,
    ...whole('framework', bank.frameworks, lock.framework),
    ...whole('scale', bank.scales, lock.scale),
    ...lock.items.flatMap((wanted) => {
      const key = itemKey(wanted);
      const item = items.get(key);
      if (!item) {
        return [
          `The item ${key} ${by} and is gone. Restore its file, and write any change as a new version; to retire the item, leave it out of the next release (--without ${wanted.id}).`,
        ];
      }
      if (contentHash(item.content) === wanted.sha256) return [];
      const next = item.path.replace(/\.v\d+\.yaml$/, `.v${wanted.version + 1}.yaml`);
      return [
        `${item.path} ${by} and has changed. Restore it, and write the change as a new version in ${next}.`,
      ];
    }),
  ];
}

function nextMinor(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
}
