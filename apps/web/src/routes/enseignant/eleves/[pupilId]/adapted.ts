import type { Accommodation } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';

/** The part of the address that asks for what is adapted, and says whether it was just saved. */
export const ADAPTED = 'adapte';
export const SAVED = 'enregistre';

/** The field of the form, once for each that holds. */
export const MEASURE = 'adaptation';

/** What is told of each to a teacher. */
export const wordsOf: Record<Accommodation, () => { label: string; what: string }> = {
  'extra-time': () => ({ label: m.adapt_extra_time(), what: m.adapt_extra_time_what() }),
  'read-aloud': () => ({ label: m.adapt_read_aloud(), what: m.adapt_read_aloud_what() }),
  'readable-font': () => ({ label: m.adapt_readable_font(), what: m.adapt_readable_font_what() }),
  'simple-layout': () => ({ label: m.adapt_simple_layout(), what: m.adapt_simple_layout_what() }),
  'no-fine-pointing': () => ({
    label: m.adapt_no_fine_pointing(),
    what: m.adapt_no_fine_pointing_what(),
  }),
};
