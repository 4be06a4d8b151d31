import type { FormRefusal, KindName } from '@jalon/items/contract';
import { m } from '#lib/paraglide/messages.js';

const whenEmpty = {
  choice: m.missing_choice,
  choices: m.missing_choices,
  text: m.missing_text,
  number: m.missing_number,
  order: m.missing_order,
  match: m.missing_match,
} satisfies Record<KindName, () => string>;

const whenIncomplete = {
  ...whenEmpty,
  number: m.missing_unit,
  order: m.missing_order_selects,
} satisfies Record<KindName, () => string>;

/** What to do so that an answer can be taken. */
export function refusalText(kind: KindName, reason: FormRefusal['reason']): string {
  switch (reason) {
    case 'empty':
      return whenEmpty[kind]();
    case 'incomplete':
      return whenIncomplete[kind]();
    case 'repeated':
      return m.repeated_order();
    case 'too-long':
      return m.too_long();
    case 'no-number':
      return m.unreadable_number();
    case 'only-number':
      return m.only_number();
  }
}
