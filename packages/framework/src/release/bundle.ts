import { itemDefinition } from '@jalon/items';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Bank, itemKey } from '../bank.ts';
import { framework } from '../schema/framework.ts';
import { type ReleaseLock, releaseLock } from '../schema/release.ts';
import { scale } from '../schema/scale.ts';
import { contentHash } from './hash.ts';
import { loadRelease, type Release, ReleaseBroken } from './load.ts';

export const bundleSchema = 'jalon-release/1';

const bundle = z.strictObject({
  schema: z.literal(bundleSchema),
  lock: releaseLock,
  framework: z.unknown(),
  scale: z.unknown(),
  items: z.array(z.unknown()),
});

/**
 * A release in one file, for whoever measures or checks results without this repository: its lock
 * and all that it locks, in canonical JSON (RFC 8785). Throws `ReleaseBroken` where a locked file
 * has changed.
 */
export function writeBundle(bank: Bank, lock: ReleaseLock): string {
  loadRelease(bank, lock);
  const items = new Map(bank.items.map((item) => [itemKey(item.value), item.content]));
  const ofVersion = (files: Bank['frameworks'] | Bank['scales'], version: string): unknown =>
    files.find(({ value }) => value.version === version)?.content;
  const text = canonicalize({
    schema: bundleSchema,
    lock,
    framework: ofVersion(bank.frameworks, lock.framework.version),
    scale: ofVersion(bank.scales, lock.scale.version),
    items: lock.items.map((item) => items.get(itemKey(item))),
  });
  if (text === undefined) throw new TypeError('There is no JSON form of this release.');
  return text;
}

/**
 * Reads a release out of its bundle and checks every part against the lock, and the lock against
 * its own hash. Throws `ReleaseBroken`, naming each part that is not what was published.
 */
export function readBundle(text: string): { release: Release; lock: ReleaseLock } {
  const parsed = bundle.safeParse(readJson(text));
  if (!parsed.success)
    throw new ReleaseBroken('', [`This is no bundle: ${z.prettifyError(parsed.error)}`]);
  const { lock, items, ...whole } = parsed.data;
  const { sha256, ...locked } = lock;
  const problems: string[] = [];
  const check = (what: string, content: unknown, wanted: string): void => {
    if (contentHash(content) !== wanted) problems.push(`${what} is not what was published.`);
  };
  check('The list of what the release holds', locked, sha256);
  check('The framework', whole.framework, lock.framework.sha256);
  check('The scale', whole.scale, lock.scale.sha256);
  if (items.length !== lock.items.length) problems.push('The items are not those of the list.');
  lock.items.forEach((item, index) => check(itemKey(item), items[index] ?? null, item.sha256));
  if (problems.length > 0) throw new ReleaseBroken(lock.version, problems);
  return {
    lock,
    release: {
      version: lock.version,
      sha256,
      engine: lock.engine,
      framework: framework.parse(whole.framework),
      scale: scale.parse(whole.scale),
      items: new Map(
        items.map((content) => {
          const item = itemDefinition.parse(content);
          return [itemKey(item), item];
        }),
      ),
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
