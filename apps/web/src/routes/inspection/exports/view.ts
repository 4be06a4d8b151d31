import { cohortBy, cohortFormat, type CohortExport, type CohortFormat } from '@jalon/types';

/** The formats, those that most people open first. */
export const formats = [
  'xlsx',
  'ods',
  'csv',
  'parquet',
  'package',
] as const satisfies readonly CohortFormat[];

/** The view that an address names; what is none of ours is left out. */
export function viewIn(params: URLSearchParams) {
  const asked = (name: string) => params.get(name) || undefined;
  return {
    within: asked('within'),
    by: cohortBy.optional().catch(undefined).parse(asked('by')),
    release: asked('release'),
  };
}

type View = ReturnType<typeof viewIn>;

/** The format that a form or an address names. */
export const formatIn = (value: FormDataEntryValue | null): CohortFormat | null =>
  cohortFormat.nullable().catch(null).parse(value);

/** The part of an address that names a view, with what else it is to hold. */
export function queryOfView(view: View, more: Record<string, string> = {}): URLSearchParams {
  const query = new URLSearchParams(more);
  for (const [name, value] of Object.entries(view)) if (value !== undefined) query.set(name, value);
  return query;
}

/** Whether there is something to wait for. */
export const isUnderWay = ({ state }: Pick<CohortExport, 'state'>): boolean =>
  state === 'waiting' || state === 'running';
