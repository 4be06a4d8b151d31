// node scripts/tool.mjs TOOL [ARG …]: runs an installed tool with the pinned Node.
import { join } from 'node:path';
import { ensureInstalled, root, run } from './lib/workspace.mjs';

const [tool, ...args] = process.argv.slice(2);
ensureInstalled();
process.exit(run(join(root, 'node_modules/.bin', tool), args));
