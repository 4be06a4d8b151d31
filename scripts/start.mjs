// npm start: installs and builds what is missing, then serves the whole product on one port.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ensureWebBuilt, pinnedNode, root } from './lib/workspace.mjs';

ensureInstalled();
ensureWebBuilt();

const server = spawn(pinnedNode, [join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
