import { storeCommand } from './store-command.ts';

// What it writes is for its own user alone.
process.umask(0o077);
process.exit(await storeCommand(process.argv.slice(2), process.env, console));
