import { readNumber } from './convert.ts';
import { type Formula, readFormula } from './parse.ts';
import type { Scalar } from './value.ts';

/** What a cell holds as it was typed. */
export type Content = { formula: Formula } | { value: Scalar };

/**
 * Reads what was typed into a cell: a formula after `=`, a number (`12,5`, `12.5`, `1 000`, `20 %`),
 * yes or no, or a text. An apostrophe before it makes anything a text.
 */
export function readContent(typed: string): Content {
  const known = lately.get(typed);
  if (known) return known;
  const content = contentOf(typed.trim());
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(typed, content);
  return content;
}

/** A sheet is calculated again after each change, and most of what is typed in it stays. */
const lately = new Map<string, Content>();
const MOST_KEPT = 2000;

function contentOf(text: string): Content {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const number = readNumber(text);
  if (number !== null) return { value: number };
  if (/^[=+\-−–]/.test(text)) return formulaOrText(text);
  const word = text.toUpperCase();
  return { value: word === 'VRAI' ? true : word === 'FAUX' ? false : text };
}

/** After `=` a formula is meant; a text may well begin with a dash. */
function formulaOrText(text: string): Content {
  const formula = readFormula(text);
  if (!('problem' in formula)) return { formula };
  return { value: text.startsWith('=') ? { fault: '#ERREUR!' } : text };
}
