import { once } from 'node:events';
import { start } from '../../apps/api/src/start/start.ts';

/**
 * The product, loaded but not started: it starts when its parent says so, so that a fault run need
 * not wait for the loading. Its settings are the environment, as `main.ts` takes them.
 */
process.umask(0o077);
process.on('disconnect', () => process.exit(1));
process.send?.('loaded');
await once(process, 'message');
try {
  const running = await start(process.env);
  process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
  process.send?.('answers');
} catch (error) {
  console.error(error);
  process.exit(1);
}
