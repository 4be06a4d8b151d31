import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { usage } from './stop.ts';

/** The command's words and options; stops with how to call it where an option is not known. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  options: Options,
  howTo: string,
) {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError) return usage(`${error.message}\n${howTo}`);
    throw error;
  }
}
