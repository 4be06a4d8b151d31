import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';

// A program of its own: closing the main file within the server would drop the locks by which the
// engine tells other processes that the database is in use. It also keeps the hashing away.
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new TypeError('usage: copy-main FROM TO');

await rm(to, { force: true });
await copyFile(from, to, constants.COPYFILE_FICLONE);
const copy = await open(to, 'r+');
try {
  await copy.chmod(0o600);
  await copy.sync();
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of copy.createReadStream({ autoClose: false, start: 0 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  process.stdout.write(JSON.stringify({ bytes, sha256: hash.digest('hex') }));
} finally {
  await copy.close();
}
