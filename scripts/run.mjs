// node scripts/run.mjs FILE [ARG …]: runs a TypeScript file of the project with the pinned Node.
import { ensureInstalled, pinnedNode, run } from './lib/workspace.mjs';

ensureInstalled();
process.exit(run(pinnedNode, process.argv.slice(2)));
