import { CannotStart } from './start/cannot-start.ts';
import { start } from './start/start.ts';

/** Whoever asks us to stop kills us after ten seconds; by then we have gone by ourselves. */
const STOP_MS = 10_000;

// What the server writes (its data, its secret) is for its own user alone.
process.umask(0o077);

try {
  const running = await start(process.env);
  for (const line of running.lines) console.log(line);

  let stopping = false;
  const stop = () => {
    // A terminal sends the signal to everyone, and our parent sends it on.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  if (error instanceof CannotStart) console.error(error.message);
  else console.error('Jalon cannot start:', error);
  process.exit(1);
}
