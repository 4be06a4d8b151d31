// npm run items -- COMMAND: for who writes items. A preview opens in the product; the rest is text.
import { join } from 'node:path';
import { ensureInstalled, ensureWebBuilt, pinnedNode, root, run, serve } from './lib/workspace.mjs';

const words = process.argv.slice(2);
const isOpened = words[0] === 'preview' && !words.includes('--text') && !words.includes('--json');

ensureInstalled();
if (isOpened) {
  ensureWebBuilt();
  serve([join(root, 'apps/api/src/cli/preview.ts'), ...words.slice(1)]);
} else {
  process.exit(run(pinnedNode, [join(root, 'packages/framework/src/cli/items.ts'), ...words]));
}
