import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { defineJob, JobFailed, type JobKind, type KeepProgress } from '../../jobs/kind.ts';
import { Refusal } from '../../refusal.ts';
import { cohortColumns } from '../codebook.ts';
import { type ExportLine, exportLines } from '../export.ts';
import type { ExportFiles } from './files.ts';
import { COHORT_EXPORT, exportInput, type ExportInput, exportOutcome } from './kept-job.ts';
import { exportChunks, type ExportSource, openSource, type Reading } from './source.ts';

/** Reading takes most of the time; the rest is for writing the file. */
const PERCENT_READ = 80;
const LINES_A_LOOK = 20_000;
const LINES_A_WRITE = 5_000;

/** What was read so far: of which publication, how many competences, in how many bytes of lines. */
const checkpoint = z.strictObject({
  publication: z.string().nullable(),
  competences: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});
type Reached = z.output<typeof checkpoint>;

export interface ExportContext extends Pick<ServiceContext, 'store' | 'engines' | 'clock'> {
  files: ExportFiles;
}

/**
 * Makes an export: reads it competence by competence into a file of lines, then writes it in its
 * format. A try that was cut short goes on behind the last competence that was kept, and gives the
 * same bytes; it begins anew where something newer was published, or the lines are on another disk.
 */
export function cohortExportJob(context: ExportContext): JobKind {
  return defineJob({
    kind: COHORT_EXPORT,
    input: exportInput,
    checkpoint,
    async run({ input, checkpoint: reached, signal, progress }) {
      const source = await openInput(context, input);
      const read = await readLines(context, source, { input, reached, progress });
      const lines = () => told(context.files.lines(input.file), { read, signal, progress });
      const chunks = exportChunks(input.format, source.about, lines);
      const bytes = await context.files.write(input.file, chunks);
      return exportOutcome.parse({ bytes });
    },
  });
}

/** What an export that was asked for is of. */
export async function openInput(context: Reading, input: ExportInput): Promise<ExportSource> {
  const { inspector: id, territory, release, within, by } = input;
  try {
    return await openSource(context, { role: 'inspector', id, territory }, { release, within, by });
  } catch (error) {
    if (error instanceof Refusal) throw new JobFailed(error.code, { cause: error });
    throw error;
  }
}

interface Reader {
  input: ExportInput;
  reached: Reached | null;
  progress: KeepProgress<Reached>;
}

/** Reads what was not read yet; each competence is a step. */
async function readLines(
  context: ExportContext,
  { view, engine }: ExportSource,
  { input, reached, progress }: Reader,
): Promise<Reached> {
  const publication = view.publication?.id ?? null;
  const none: Reached = { publication, competences: 0, bytes: 0 };
  let read = reached?.publication === publication ? reached : none;
  if ((await context.files.addLines(input.file, read.bytes, '')) === null) {
    read = none;
    await context.files.addLines(input.file, 0, '');
  }
  const competences = [...engine.competences.keys()];
  for (const competence of competences.slice(read.competences)) {
    const lines = await exportLines(context, view, engine, competence);
    let { bytes } = read;
    for (let from = 0; from < lines.length; from += LINES_A_WRITE) {
      const some = lines.slice(from, from + LINES_A_WRITE);
      const text = some.map((line) => `${JSON.stringify(cellsOf(line))}\n`).join('');
      bytes = (await context.files.addLines(input.file, bytes, text)) ?? goneAway();
    }
    read = { publication, competences: read.competences + 1, bytes };
    await progress((PERCENT_READ * read.competences) / competences.length, read);
  }
  return read;
}

function goneAway(): never {
  throw new Error('The lines of an export went away while it was made.');
}

const cellsOf = (line: ExportLine) => cohortColumns.map(({ name }) => line[name]);

const names = cohortColumns.map(({ name }) => name);
const cells = z.array(z.union([z.string(), z.number(), z.null()])).length(names.length);
const exportLine = z.record(z.enum(names), z.union([z.string(), z.number(), z.null()]));

/** The lines as they were kept; shows now and then that this goes on, and ends when it has to. */
async function* told(
  lines: AsyncIterable<string>,
  { read, signal, progress }: Pick<Reader, 'progress'> & { read: Reached; signal: AbortSignal },
): AsyncGenerator<ExportLine> {
  let count = 0;
  for await (const text of lines) {
    if (++count % LINES_A_LOOK === 0) {
      signal.throwIfAborted();
      await progress(PERCENT_READ, read);
    }
    const values = cells.parse(JSON.parse(text));
    yield exportLine.parse(Object.fromEntries(names.map((name, index) => [name, values[index]])));
  }
}
