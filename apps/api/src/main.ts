import { describeError } from './plugins/app/request-log.ts';
import { CannotStart } from './start/cannot-start.ts';
import { start } from './start/start.ts';

// What the server writes (its data, its secret) is for its own user alone.
process.umask(0o077);

/** Ends the program. An error's message may hold what a person wrote: it is told of as logs tell. */
function giveUp(words: string, error: unknown): never {
  const line = { level: 60, time: Date.now(), err: describeError(error), msg: words };
  console.error(JSON.stringify(line));
  process.exit(1);
}
process.on('uncaughtException', (error) => giveUp('Jalon fails', error));

try {
  const running = await start(process.env);
  for (const line of running.lines) console.log(line);

  let stopping = false;
  const stop = () => {
    // A terminal sends the signal to everyone, and our parent sends it on.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), running.stopWithinMs).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp('Jalon did not stop as it should', error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  if (!(error instanceof CannotStart)) giveUp('Jalon cannot start', error);
  console.error(error.message);
  process.exit(1);
}
