import { rightsCommand } from './rights-command.ts';

process.exitCode = await rightsCommand(process.argv.slice(2), process.env, {
  write: (chunk) => void process.stdout.write(chunk),
  say: (line) => console.error(line),
});
