// npm start: installs and builds what is missing, then serves the whole product on one port.
import { join } from 'node:path';
import { ensureInstalled, ensureWebBuilt, root, serve } from './lib/workspace.mjs';

ensureInstalled();
ensureWebBuilt();

// Room for what lives as long as a request: it is collected four times less often.
const roomForYoung = '--max-semi-space-size=64';

serve([roomForYoung, join(root, 'apps/api/src/main.ts')]);
