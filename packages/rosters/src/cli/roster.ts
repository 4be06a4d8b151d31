import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { isUai } from '../fields/uai.ts';
import { problemGravity } from '../problem-codes.ts';
import { describeProblem } from '../problems.ts';
import { readRoster } from '../read-roster.ts';
import { rosterFormats } from '../roster.ts';

const howTo = `Usage: npm run roster -- check FILE --format ${rosterFormats.join('|')} --uai UAI [--lang fr|en]

Reads a school's roster as an import would, writes nothing, and prints JSON:
{ ok, pupils, classes, problems: [{ line, code, message, gravity, file? }] }. "pupils" counts those
who would be at the school, "classes" their classes without groups. "ok" is false where the file or
a row of it cannot be taken (gravity "file" or "row"); a "notice" is only to be known. The exit
status is 0 where ok is true.`;

function usage(message: string): never {
  console.error(message);
  process.exit(2);
}

function readCall() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        uai: { type: 'string' },
        lang: { type: 'string', default: 'fr' },
      },
    });
  } catch (error) {
    return usage(`${error instanceof Error ? error.message : String(error)}\n${howTo}`);
  }
}

const { positionals, values } = readCall();
const [command, file, ...rest] = positionals;
const format = rosterFormats.find((known) => known === values.format);
const uai = values.uai?.toUpperCase() ?? '';
const { lang } = values;
if (command !== 'check' || file === undefined || rest.length > 0 || !format) usage(howTo);
if (!isUai(uai)) usage(`--uai takes seven digits and a letter, such as 0690001A.\n${howTo}`);
if (lang !== 'fr' && lang !== 'en') usage(`--lang takes fr or en.\n${howTo}`);

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) {
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } catch (error) {
    usage(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const today = new Date().toISOString().slice(0, 10);
const { roster, problems } = await readRoster(chunksOf(file), { format, uai, today });
const ok = roster !== null && problems.every(({ code }) => problemGravity[code] === 'notice');
const answer = {
  ok,
  pupils: roster?.pupils.filter(({ leftOn }) => leftOn === null).length ?? 0,
  classes: roster?.classes.filter(({ kind }) => kind === 'class').length ?? 0,
  problems: problems.map((one) => ({
    line: one.line,
    code: one.code,
    message: describeProblem(one, lang),
    gravity: problemGravity[one.code],
    ...(one.file !== null && { file: one.file }),
  })),
};
console.log(JSON.stringify(answer, null, 2));
process.exitCode = ok ? 0 : 1;
