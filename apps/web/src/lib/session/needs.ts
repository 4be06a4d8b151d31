import type { Accommodation } from '@jalon/types';

/** Those that change how a page looks: `lib/ui/styles/needs.css` knows them. */
const seen = ['readable-font', 'simple-layout'] as const satisfies readonly Accommodation[];

/** What `app.html` has on its root, in place of which comes what the page's pupil needs. */
export const NEEDS_MARK = ' data-needs="%needs%"';

/** The attribute of the page's root by which styles know what is adapted; nothing where nothing is. */
export function needsMark({
  accommodations,
}: {
  accommodations?: readonly Accommodation[] | undefined;
}): string {
  const needs = seen.filter((one) => accommodations?.includes(one));
  return needs.length === 0 ? '' : ` data-needs="${needs.join(' ')}"`;
}
