import type { FormRefusal, KindName } from '@jalon/items/contract';
import { m } from '#lib/paraglide/messages.js';

type Sentences = Partial<Record<KindName, () => string>>;

/** Where a kind has words of its own for an answer that was not given. */
const whenEmpty: Sentences = {
  choice: m.missing_choice,
  choices: m.missing_choices,
  text: m.missing_text,
  number: m.missing_number,
  order: m.missing_order,
  match: m.missing_match,
  hotspot: m.missing_hotspot,
  slider: m.missing_slider,
  formula: m.missing_formula,
};

const whenIncomplete: Sentences = {
  ...whenEmpty,
  number: m.missing_unit,
  order: m.missing_order_selects,
};

/** What to do so that an answer can be taken. */
export function refusalText(kind: KindName, reason: FormRefusal['reason']): string {
  switch (reason) {
    case 'empty':
      return (whenEmpty[kind] ?? m.missing_answer)();
    case 'incomplete':
      return (whenIncomplete[kind] ?? m.missing_part)();
    case 'repeated':
      return m.repeated_order();
    case 'too-long':
      return m.too_long();
    case 'no-number':
      return m.unreadable_number();
    case 'only-number':
      return m.only_number();
    case 'out-of-range':
      return m.out_of_range();
  }
}
