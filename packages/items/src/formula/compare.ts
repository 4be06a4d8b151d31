import { clean } from '../template/decimals.ts';
import { isFault, raised, type Scalar } from './value.ts';

type Sound = number | string | boolean;

/** Numbers stand before texts, texts before yes and no. */
const rank = (value: Sound) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** An empty cell is nought beside a number, no text beside a text, no beside yes or no. */
function filled(value: Scalar, beside: Scalar): Sound {
  if (value !== null) {
    if (isFault(value)) throw raised(value);
    return value;
  }
  if (typeof beside === 'string') return '';
  return typeof beside === 'boolean' ? false : 0;
}

const collator = new Intl.Collator('fr');

/** How a text is compared: capitals do not count. */
export const folded = (text: string): string => text.toLowerCase();

/** Less than nought where one text stands before another in a dictionary. */
export const compareTexts = (a: string, b: string): number =>
  collator.compare(folded(a), folded(b));

/** Less than nought where `a` stands before `b`, nought where they are the same. */
export function compare(a: Scalar, b: Scalar): number {
  const one = filled(a, b);
  const other = filled(b, a);
  if (typeof one === 'number' && typeof other === 'number') return clean(one) - clean(other);
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  return rank(one) - rank(other) || Number(one) - Number(other);
}
