import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { draftGallery } from '../draft-gallery.ts';
import { serveOneTimeLink } from '../preview/one-time-link.ts';
import { CannotStart } from '../start/cannot-start.ts';
import { readDemoSignIns } from '../start/demo.ts';
import { start } from '../start/start.ts';
import type { Voice } from './voice.ts';

const USAGE = 'Usage: npm run items -- preview ID [--seed S] [--text | --json]';

/**
 * `items -- preview ID`: serves the product over a demo of its own whose gallery shows the working
 * folder, and says by which link the item opens. Runs until `stopped`, then leaves nothing behind.
 * Gives the exit status.
 */
export async function previewCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: Voice,
  stopped: Promise<void>,
): Promise<number> {
  const asked = readWords(words);
  if (!asked) {
    voice.error(USAGE);
    return 2;
  }
  const data = mkdtempSync(join(tmpdir(), 'jalon-preview-'));
  try {
    const settings = {
      PORT: env['PORT'] || '0',
      HOST: '127.0.0.1',
      JALON_DATA: data,
      JALON_DEMO: 'on',
      JALON_DRAFT_ITEMS: 'on',
      JALON_LOG: 'error',
      JALON_COMPETENCE_FRAMEWORK: env['JALON_COMPETENCE_FRAMEWORK'],
    };
    const missing = whyMissing(asked.id, settings);
    if (missing !== null) {
      voice.error(missing);
      return 1;
    }
    await serve(asked, settings, voice, stopped);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    voice.error(error.message);
    return 1;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function serve(
  { id, seed }: { id: string; seed: string },
  settings: Record<string, string | undefined> & { JALON_DATA: string },
  voice: Voice,
  stopped: Promise<void>,
): Promise<void> {
  const running = await start(settings);
  try {
    const { teacher } = readDemoSignIns(settings.JALON_DATA);
    const path = `/enseignant/galerie/${id}?${new URLSearchParams({ seed }).toString()}`;
    const { origin } = running;
    const link = await serveOneTimeLink({ origin, ...teacher, path });
    voice.error(`${id} opens by this link, once:`);
    voice.log(link.address);
    voice.error(`Elsewhere: ${origin}${path}, as ${teacher.email}, password ${teacher.password}`);
    voice.error('The page follows the file: save it and look. Ctrl+C ends.');
    await stopped;
    link.close();
  } finally {
    await running.stop();
  }
}

/** Why an item cannot be opened, in a sentence; `null` where it is there, however it is written. */
function whyMissing(id: string, settings: Record<string, string | undefined>): string | null {
  const reading = readConfig(settings);
  if (!reading.ok) return reading.problems.join('\n');
  const { frameworkFolder } = reading.settings;
  const { items, problems } = draftGallery(frameworkFolder).bank();
  if (items.has(id) || problems.some(({ itemId }) => itemId === id)) return null;
  return `There is no item ${id} in ${frameworkFolder}: write one with \`npm run items -- new\`.`;
}

function readWords(words: readonly string[]): { id: string; seed: string } | null {
  try {
    const options = { seed: { type: 'string', default: '1' } } as const;
    const { positionals, values } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [id, ...rest] = positionals;
    return id === undefined || rest.length > 0 ? null : { id, seed: values.seed };
  } catch {
    return null;
  }
}
