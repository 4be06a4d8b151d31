import { resultsCommand } from './results-command.ts';

process.exit(await resultsCommand(process.argv.slice(2), process.env, console));
