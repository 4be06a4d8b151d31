import type { Edition } from '../bank.ts';
import type { ReleaseLock } from '../schema/release.ts';
import { byIdAndVersion } from './diff.ts';
import { contentHash } from './hash.ts';
import { compareVersions } from './semver.ts';

/** A release that may not be made; the message says why and what to do. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
}

export interface ReleaseRequest extends Edition {
  version: string;
  /** The version of the code that makes results under this release. */
  engine: string;
  /** The release before this one. */
  previous?: ReleaseLock | undefined;
}

/**
 * Locks an edition's content: the same content gives the same lock, byte for byte. Throws
 * `ReleaseRefused` where there are no items, or the version is not greater than the previous one's.
 */
export function buildRelease(request: ReleaseRequest): ReleaseLock {
  const { framework, scale, items, version, engine, previous } = request;
  if (items.length === 0) throw new ReleaseRefused('There are no items to release.');
  if (previous && compareVersions(version, previous.version) <= 0) {
    throw new ReleaseRefused(
      `Release ${previous.version} is there already. Give a version greater than it.`,
    );
  }
  const locked = {
    version,
    framework: {
      id: framework.value.id,
      version: framework.value.version,
      sha256: contentHash(framework.content),
    },
    scale: { version: scale.value.version, sha256: contentHash(scale.content) },
    engine,
    items: items
      .map(({ value, content }) => ({
        id: value.id,
        version: value.version,
        sha256: contentHash(content),
      }))
      .sort(byIdAndVersion),
  };
  return { ...locked, sha256: contentHash(locked) };
}
