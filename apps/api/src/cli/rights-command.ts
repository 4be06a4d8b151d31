import type { Store } from '@jalon/store';
import { z } from 'zod';
import type { Settings } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import { erasePupil, type RightsContext } from '../services/rights/erase.ts';
import { anonymiseStaff } from '../services/rights/erase-staff.ts';
import { exportPupil } from '../services/rights/export-pupil.ts';
import { exportStaff } from '../services/rights/export-staff.ts';
import { ledgerIn } from '../services/rights/ledger.ts';
import { reapplyErasures } from '../services/rights/reapply.ts';
import { createSittingEvents } from '../services/sitting-events.ts';
import { normaliseEmail } from '../services/sign-in.ts';
import { type Asked, readWords, USAGE } from './rights-words.ts';
import type { ChunkVoice } from './voice.ts';
import { withStore } from './with-store.ts';

/** `rights -- export|erase|reapply`. Gives the exit status. */
export async function rightsCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: ChunkVoice,
): Promise<number> {
  const asked = readWords(words);
  if (!asked) {
    voice.say(USAGE);
    return 2;
  }
  return withStore({ env, say: voice.say }, (store, settings) =>
    carryOut(asked, store, settings, voice),
  );
}

async function carryOut(
  asked: Asked,
  store: Store,
  settings: Settings,
  voice: ChunkVoice,
): Promise<number> {
  const context: RightsContext = {
    store,
    events: createSittingEvents(store.notices, async () => null),
    ledger: ledgerIn(settings.dataFolder),
    clock: () => new Date(),
  };
  if (asked.does === 'reapply') return reapply(context, voice);
  return 'email' in asked.of
    ? ofStaff(asked.does, context, normaliseEmail(asked.of.email), voice)
    : ofPupil(asked.does, context, asked.of, settings, voice);
}

async function reapply(context: RightsContext, voice: ChunkVoice): Promise<number> {
  const { pupils, staff, unreadable } = await reapplyErasures(context);
  voice.say(`erased again: ${pupils} pupils, ${staff} members of staff`);
  if (unreadable === 0) return 0;
  voice.say(`${unreadable} lines of erasures.jsonl cannot be read: put back a copy of the file.`);
  return 1;
}

async function ofPupil(
  does: 'export' | 'erase',
  context: RightsContext,
  { uai, pupilId }: { uai: string; pupilId: string },
  settings: Settings,
  voice: ChunkVoice,
): Promise<number> {
  const school = await context.store.read.rights.schoolByUai(uai);
  if (!school) {
    voice.say(`There is no school ${uai}.`);
    return 1;
  }
  const of = { schoolId: school.id, pupilId };
  const isThere =
    z.uuid().safeParse(pupilId).success && (await context.store.read.rights.pupil(of));
  if (!isThere) {
    voice.say(`School ${uai} has no pupil ${pupilId}.`);
    return 1;
  }
  if (does === 'erase') {
    await erasePupil(context, of);
    voice.say('The pupil is erased.');
    return 0;
  }
  const engines = loadEngines(settings.frameworkFolder);
  const chunks = await exportPupil({ ...context, engines }, of, { withOpenScores: true });
  for await (const chunk of chunks) voice.write(chunk);
  return 0;
}

async function ofStaff(
  does: 'export' | 'erase',
  context: RightsContext,
  email: string,
  voice: ChunkVoice,
): Promise<number> {
  const staff = await context.store.read.identity.staffByEmail(email);
  if (!staff) {
    voice.say(`There is no member of staff ${email}.`);
    return 1;
  }
  if (does === 'erase') {
    await anonymiseStaff(context, staff.id);
    voice.say('The member of staff is erased; what they gave to classes stays, without a name.');
    return 0;
  }
  voice.write(`${JSON.stringify(await exportStaff(context, email), null, 1)}\n`);
  return 0;
}
