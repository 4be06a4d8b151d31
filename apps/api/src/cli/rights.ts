import { rightsCommand } from './rights-command.ts';
import { standardVoice } from './voice.ts';

process.exitCode = await rightsCommand(process.argv.slice(2), process.env, standardVoice);
