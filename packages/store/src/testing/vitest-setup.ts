import { afterAll } from 'vitest';
import { leftOpen } from './left-open.ts';

/** Closes the stores that the tests of a file left open. */
afterAll(async () => {
  for (const close of leftOpen()) await close();
});
