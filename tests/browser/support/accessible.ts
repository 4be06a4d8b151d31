import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

declare const axe: typeof axeCore;
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe-core finds on the page, each with where. Also: nothing scrolls sideways at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const found: string[] = await page.evaluate(async () => {
    const { violations } = await axe.run(document);
    return violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)}`),
    );
  });
  expect(found, page.url()).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways at 320 px`).toBe(0);
  if (size) await page.setViewportSize(size);
}
