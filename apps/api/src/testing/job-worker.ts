import { openStore } from '@jalon/store';
import { z } from 'zod';
import { defineJob } from '../services/jobs/kind.ts';
import { startJobs } from '../services/jobs/runner.ts';

// A process that runs jobs of the database it is given, and says each step that it has kept.
const [url = '', stepMs = '0'] = process.argv.slice(2);
const store = await openStore(url, { connections: 3 });

const counting = defineJob({
  kind: 'count',
  input: z.strictObject({ steps: z.int() }),
  checkpoint: z.int(),
  async run({ input, checkpoint, progress }) {
    for (let step = (checkpoint ?? 0) + 1; step <= input.steps; step += 1) {
      const row = { subject: 'item' as const, key: `step ${step}`, times: 1 };
      await progress((100 * step) / input.steps, step, store.change.addExposure(row));
      console.log(`step ${step}`);
      await new Promise((resolve) => setTimeout(resolve, Number(stepMs)));
    }
    return { from: checkpoint };
  },
});

startJobs({
  store,
  kinds: [counting],
  clock: () => new Date(),
  random: Math.random,
  log: { info: () => undefined, error: () => undefined },
  pollMs: 50,
  leaseMs: 1_500,
});
// Its timers alone would let it end.
setInterval(() => undefined, 1_000);
