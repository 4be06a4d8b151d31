import type { KindName } from '@jalon/items/contract';
import { m } from '#lib/paraglide/messages.js';

/** Every kind's name and what it shows in a sentence, in the order of the gallery. */
const words = {
  choice: { name: m.gallery_kind_choice, shows: m.gallery_kind_choice_shows },
  choices: { name: m.gallery_kind_choices, shows: m.gallery_kind_choices_shows },
  text: { name: m.gallery_kind_text, shows: m.gallery_kind_text_shows },
  number: { name: m.gallery_kind_number, shows: m.gallery_kind_number_shows },
  order: { name: m.gallery_kind_order, shows: m.gallery_kind_order_shows },
  match: { name: m.gallery_kind_match, shows: m.gallery_kind_match_shows },
  hotspot: { name: m.gallery_kind_hotspot, shows: m.gallery_kind_hotspot_shows },
  slider: { name: m.gallery_kind_slider, shows: m.gallery_kind_slider_shows },
  formula: { name: m.gallery_kind_formula, shows: m.gallery_kind_formula_shows },
  categorise: { name: m.gallery_kind_categorise, shows: m.gallery_kind_categorise_shows },
  gaps: { name: m.gallery_kind_gaps, shows: m.gallery_kind_gaps_shows },
  inline: { name: m.gallery_kind_inline, shows: m.gallery_kind_inline_shows },
  select: { name: m.gallery_kind_select, shows: m.gallery_kind_select_shows },
  browser: { name: m.gallery_kind_browser, shows: m.gallery_kind_browser_shows },
  mailbox: { name: m.gallery_kind_mailbox, shows: m.gallery_kind_mailbox_shows },
  chat: { name: m.gallery_kind_chat, shows: m.gallery_kind_chat_shows },
  files: { name: m.gallery_kind_files, shows: m.gallery_kind_files_shows },
  document: { name: m.gallery_kind_document, shows: m.gallery_kind_document_shows },
  spreadsheet: { name: m.gallery_kind_spreadsheet, shows: m.gallery_kind_spreadsheet_shows },
  settings: { name: m.gallery_kind_settings, shows: m.gallery_kind_settings_shows },
  blocks: { name: m.gallery_kind_blocks, shows: m.gallery_kind_blocks_shows },
};

const order = Object.keys(words);

/** A kind in words. */
export const kindWords = (kind: KindName): { name: () => string; shows: () => string } =>
  words[kind];

/** Puts kinds in the gallery's order. */
export const byKind = (a: KindName, b: KindName): number => order.indexOf(a) - order.indexOf(b);
