import { schoolCommand } from './school-command.ts';

process.exitCode = await schoolCommand(process.argv.slice(2), process.env, {
  write: (chunk) => void process.stdout.write(chunk),
  say: (line) => console.error(line),
});
