import type { cohortFileQuery } from '@jalon/types';
import type { z } from 'zod';
import type { Inspector } from '../../actor.ts';
import { JobFailed } from '../../jobs/kind.ts';
import { Refusal } from '../../refusal.ts';
import { expectedLines } from '../export.ts';
import { type ExportContext, openInput } from './job.ts';
import { type ExportInput, keptExport } from './kept-job.ts';
import { MOST_DIRECT_LINES } from './list.ts';
import { directChunks, exportFileName, openSource, type Reading } from './source.ts';

/** A file on its way, and what it is called where it is saved. */
export interface FetchedFile {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** An export made at once. Refuses with `too-large` one that is to be asked for. */
export async function exportAtOnce(
  context: Reading,
  actor: Inspector,
  query: z.output<typeof cohortFileQuery>,
  mostLines = MOST_DIRECT_LINES,
): Promise<FetchedFile> {
  const source = await openSource(context, actor, query);
  if (expectedLines(source.view, source.engine) > mostLines) throw new Refusal('too-large');
  return {
    name: exportFileName(query.format, source.about.place),
    chunks: directChunks(context, query.format, source),
  };
}

/**
 * The file of an export that was asked for. Where it is not on this disk, it is made again, of what
 * was published last. Refuses with `not-found` what is another's, not ready, or over.
 */
export async function fetchExport(
  context: ExportContext,
  actor: Inspector,
  exportId: string,
): Promise<FetchedFile> {
  const row = await context.store.read.jobs.byId(exportId);
  const kept = row && keptExport(row, actor, context.clock());
  if (kept?.told.state !== 'done') throw new Refusal('not-found');
  const { input } = kept;
  const [kind = '', code = ''] = input.within.split(':');
  const name = exportFileName(input.format, { kind, code });
  const there = await context.files.read(input.file);
  if (there) return { name, chunks: there };
  await makeAgain(context, input);
  const made = await context.files.read(input.file);
  if (!made) throw new Error('An export that was made again is not there.');
  return { name, chunks: made };
}

/** Those that are being made again, so that whoever asks twice waits for one. */
const making = new Map<string, Promise<number>>();

async function makeAgain(context: ExportContext, input: ExportInput): Promise<void> {
  const source = await openInput(context, input).catch((error: unknown) => {
    throw error instanceof JobFailed ? new Refusal('not-found', { cause: error }) : error;
  });
  const under =
    making.get(input.file) ??
    context.files
      .write(input.file, directChunks(context, input.format, source))
      .finally(() => making.delete(input.file));
  making.set(input.file, under);
  await under;
}
