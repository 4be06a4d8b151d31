import type { ItemDefinition } from '@jalon/items';
import { type Bank, itemKey } from '../bank.ts';
import type { Framework } from '../schema/framework.ts';
import type { ReleaseLock } from '../schema/release.ts';
import type { Scale } from '../schema/scale.ts';
import { verifyRelease } from './verify.ts';

/** A release ready to run: what it locks, with the content of it. */
export interface Release {
  version: string;
  sha256: string;
  engine: string;
  framework: Framework;
  /** `scale.competences` is by competence. */
  scale: Scale;
  /** By `id@version`; `itemsByCompetence` groups them. */
  items: ReadonlyMap<string, ItemDefinition>;
}

/** A release whose files are not what it locks must not measure anyone. */
export class ReleaseBroken extends Error {
  override readonly name = 'ReleaseBroken';
  readonly problems: readonly string[];

  constructor(version: string, problems: readonly string[]) {
    super(`Release ${version} does not hold:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

/** Puts together what a release locks. Throws `ReleaseBroken` where a locked file has changed. */
export function loadRelease(bank: Bank, lock: ReleaseLock): Release {
  const problems = verifyRelease(bank, lock);
  const framework = ofVersion(bank.frameworks, lock.framework.version);
  const scale = ofVersion(bank.scales, lock.scale.version);
  if (!framework || !scale || problems.length > 0) throw new ReleaseBroken(lock.version, problems);
  const locked = new Set(lock.items.map(itemKey));
  return {
    version: lock.version,
    sha256: lock.sha256,
    engine: lock.engine,
    framework,
    scale,
    items: new Map(
      bank.items.flatMap(({ value }) =>
        locked.has(itemKey(value)) ? [[itemKey(value), value] as const] : [],
      ),
    ),
  };
}

const ofVersion = <T extends { version: string }>(
  files: readonly { value: T }[],
  version: string,
): T | undefined => files.find(({ value }) => value.version === version)?.value;
