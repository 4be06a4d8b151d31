import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_BYTES = 200 * 1024;
const MOST_REQUESTS = 15;
const MOST_NODES = 300;

export interface Weight {
  requests: number;
  bytes: number;
  nodes: number;
  /** The addresses that were asked for. */
  urls: readonly string[];
}

/** What a page costs a device that has never seen it: bytes as they come over the line. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  // What the page before still asks for is not this page's.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const urls: string[] = [];
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) urls.push(request.url);
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const nodes = await page.evaluate(() => document.querySelectorAll('body *').length);
  await session.detach();
  return { requests: urls.length, bytes, nodes, urls };
}

/** That a pupil's page asks no more of a slow line and an old device than it may. */
export function expectLight({ requests, bytes, nodes }: Weight, path: string): void {
  console.log(`${path}: ${requests} requests, ${bytes} bytes, ${nodes} nodes`);
  expect(requests, `${path}: requests`).toBeGreaterThan(0);
  expect(requests, `${path}: requests`).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(bytes, `${path}: bytes`).toBeLessThanOrEqual(MOST_BYTES);
  expect(nodes, `${path}: nodes`).toBeLessThanOrEqual(MOST_NODES);
}
