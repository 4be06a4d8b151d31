import { expect, it } from 'vitest';
import { openTestStore } from './test-store.ts';

it('tests each engine in the project that is about it', async ({ task }) => {
  const { url } = await openTestStore();
  const engine = task.file.projectName === 'postgres' ? 'postgres:' : 'file:';
  expect(new URL(url).protocol).toBe(engine);
});
