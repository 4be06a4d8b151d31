import { storeCommand } from '../apps/api/src/cli/store-command.ts';
import { generate } from '../benchmarks/generate.ts';

// What it writes is for its own user alone.
process.umask(0o077);
process.exit(await storeCommand(process.argv.slice(2), process.env, console, { generate }));
