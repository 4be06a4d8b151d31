import { setImmediate as turn } from 'node:timers/promises';
import type { CohortFormat } from '@jalon/types';
import type { Inspector } from '../../actor.ts';
import type { ServiceContext } from '../../context.ts';
import type { Engine } from '../../engine.ts';
import { cohortColumns } from '../codebook.ts';
import { engineOfView } from '../engine-of-view.ts';
import { everyLine, type ExportLine } from '../export.ts';
import { tableFormats } from '../formats/formats.ts';
import { MINIMUM_CELL } from '../minimum-cell.ts';
import type { PackageAbout } from '../package/about.ts';
import { packageZip } from '../package/entries.ts';
import { disclosureRule } from '../rule.ts';
import { type CohortView, viewCohort, type ViewQuery } from '../view.ts';

/** Some milliseconds' worth. */
const LINES_AT_ONCE = 500;

/** What exports are read from. */
export type Reading = Pick<ServiceContext, 'store' | 'engines' | 'clock'>;

/** A view that is taken away whole: what was published of a place, by its groups. */
export interface ExportSource {
  view: CohortView;
  engine: Engine;
  about: PackageAbout;
}

/** Opens what is asked for. Refuses with `not-found` what the inspector's page would not show. */
export async function openSource(
  context: Reading,
  actor: Inspector,
  query: Omit<ViewQuery, 'yearGroup'>,
): Promise<ExportSource> {
  const view = await viewCohort(context, actor, { ...query, isExport: true });
  const engine = engineOfView(context, view, query.release);
  const place = view.about.path.at(-1);
  if (!place) throw new Error('A view is of no place.');
  return {
    ...{ view, engine },
    about: {
      ...{ release: engine.reference, place, by: view.by },
      asOf: view.publication?.madeAt ?? context.clock(),
      rule: disclosureRule(MINIMUM_CELL),
    },
  };
}

/** An export in a format, as it is made, from its lines (each call gives them from the first on). */
export const exportChunks = (
  format: CohortFormat,
  about: PackageAbout,
  lines: () => AsyncIterable<ExportLine>,
): AsyncGenerator<Uint8Array> =>
  format === 'package'
    ? packageZip({ about, columns: cohortColumns, lines: () => letOthersIn(lines()) })
    : tableFormats[format](cohortColumns, letOthersIn(lines()), about.asOf);

/** The same lines, between which the process answers others. */
async function* letOthersIn<T>(lines: AsyncIterable<T>): AsyncGenerator<T> {
  let count = 0;
  for await (const line of lines) {
    yield line;
    if (++count % LINES_AT_ONCE === 0) await turn();
  }
}

/** The same from the store, with nothing in between. */
export const directChunks = (
  context: Reading,
  format: CohortFormat,
  { view, engine, about }: ExportSource,
): AsyncGenerator<Uint8Array> =>
  exportChunks(format, about, () => everyLine(context, view, engine));

/** What the file of an export is called where it is saved. */
export function exportFileName(
  format: CohortFormat,
  place: { kind: string; code: string },
): string {
  return `jalon-${place.kind}-${place.code}.${format === 'package' ? 'zip' : format}`;
}
