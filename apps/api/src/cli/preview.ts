import { previewCommand } from './preview-command.ts';

// What it writes is for its own user alone.
process.umask(0o077);
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});
process.exit(await previewCommand(process.argv.slice(2), process.env, console, stopped));
