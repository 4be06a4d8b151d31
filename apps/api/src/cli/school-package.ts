import type { Store } from '@jalon/store';
import type { CohortBy, Territory } from '@jalon/types';
import type { Settings } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import { cohortColumns } from '../services/cohorts/codebook.ts';
import { everyLine } from '../services/cohorts/export.ts';
import { openSource } from '../services/cohorts/exports/source.ts';
import { writePackage } from '../services/cohorts/package/write-folder.ts';
import { isTerritory } from '../services/territories/territory.ts';
import type { ChunkVoice } from './voice.ts';

/** Nobody's: whoever runs the service reads what an inspector of the territory would. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** Writes the package of a territory into a folder. Gives the exit status. */
export async function packageOf(
  store: Store,
  { frameworkFolder }: Pick<Settings, 'frameworkFolder'>,
  {
    territory,
    file: folder,
    by,
  }: { territory: Territory; file: string; by?: CohortBy | undefined },
  voice: ChunkVoice,
): Promise<number> {
  if (!(await isTerritory(store, territory))) {
    voice.say(`There is no ${territory.kind} ${territory.code}.`);
    return 1;
  }
  const engines = loadEngines(frameworkFolder, { writing: false });
  const context = { store, engines, clock: () => new Date() };
  const actor = { role: 'inspector' as const, id: nobody, territory };
  const { view, engine, about } = await openSource(context, actor, { by });
  if (view.publication === null) {
    voice.say('Nothing was published yet: figures are made at night, and at the first start.');
    return 1;
  }
  const lines = () => everyLine(context, view, engine);
  const names = await writePackage({ about, columns: cohortColumns, lines }, folder);
  for (const name of names) voice.write(`${name}\n`);
  return 0;
}
