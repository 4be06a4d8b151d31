import { schoolCommand } from './school-command.ts';
import { standardVoice } from './voice.ts';

process.exitCode = await schoolCommand(process.argv.slice(2), process.env, standardVoice);
