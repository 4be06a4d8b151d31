// npm start: installs and builds what is missing, then serves the whole product on one port.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ensureWebBuilt, pinnedNode, root } from './lib/workspace.mjs';

ensureInstalled();
ensureWebBuilt();

// Room for what lives as long as a request: it is collected four times less often.
const roomForYoung = '--max-semi-space-size=64';

const server = spawn(pinnedNode, [roomForYoung, join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
