import { columnOf } from './address.ts';
import type { Commas } from './commas.ts';
import type { FormulaProblem } from './syntax.ts';

export type TokenType =
  'number' | 'text' | 'reference' | 'name' | 'fault' | 'sign' | 'separator' | 'end';

/** A piece of a formula; `text` is what it means, the other two where it stands in the source. */
export interface Token {
  type: TokenType;
  text: string;
  position: number;
  length: number;
}

const blanks = /[\s\u00a0\u2009\u202f]+/y;
const decimalComma = /\d+(?:[.,]\d+)?(?:e[+-]?\d+)?|\.\d+/iy;
const decimalPoint = /\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+/iy;
const text = /"((?:[^"]|"")*)"|[“”„]([^“”„]*)[“”]|«[ \u00a0\u202f]?([^«»]*?)[ \u00a0\u202f]?»/y;
const fault = /#(?:DIV\/0!|NOM\?|REF!|VALEUR!|NOMBRE!|CYCLE!|ERREUR!)/iy;
const reference = /\$?[a-z]{1,3}\$?0*[1-9]\d{0,4}(?![\p{L}\p{N}_.(])/iuy;
const name = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const sign = /<=|>=|<>|[=<>+\-*/^&%():≤≥≠×÷−–]/y;
const separator = /[;,]/y;

/** How a sign is written on a keyboard. */
const plainSigns = new Map([
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
]);

/** Cuts a formula, without the sign it begins with, into tokens; the last is of type `end`. */
export function tokenise(source: string, commas: Commas): Token[] | FormulaProblem {
  const tokens: Token[] = [];
  let position = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(source);
  };
  for (;;) {
    position += take(blanks)?.[0].length ?? 0;
    if (position >= source.length) break;
    const token = nextToken(take, commas);
    if (!token) return { problem: /["“”„«]/.test(source[position] ?? '') ? 'quote' : 'sign' };
    tokens.push({ ...token, position });
    position += token.length;
  }
  tokens.push({ type: 'end', text: '', position, length: 0 });
  return tokens;
}

type Piece = Omit<Token, 'position'>;

/** How the types of token beside numbers are written, and what they mean, as they are tried. */
const readers: readonly [TokenType, RegExp, (found: RegExpExecArray) => string][] = [
  ['text', text, ([, straight, curly, angled]) => textOf(straight, curly ?? angled)],
  ['fault', fault, ([whole]) => whole.toUpperCase()],
  ['reference', reference, ([whole]) => whole.toUpperCase()],
  ['name', name, ([whole]) => whole],
  ['sign', sign, ([whole]) => plainSigns.get(whole) ?? whole],
  ['separator', separator, () => ';'],
];

function nextToken(
  take: (pattern: RegExp) => RegExpExecArray | null,
  commas: Commas,
): Piece | null {
  const [number] = take(commas === 'decimal' ? decimalComma : decimalPoint) ?? [];
  if (number !== undefined) return { type: 'number', text: number, length: number.length };
  for (const [type, pattern, read] of readers) {
    const found = take(pattern);
    if (found) return { type, text: read(found), length: found[0].length };
  }
  return null;
}

const textOf = (straight: string | undefined, other: string | undefined) =>
  straight?.replaceAll('""', '"') ?? other ?? '';

/** A cell as a formula names it; `$` holds its column or its row when the formula is copied. */
export interface WrittenReference {
  column: number;
  row: number;
  holdsColumn: boolean;
  holdsRow: boolean;
}

/** What a token of type `reference` names. */
export function readReference(written: string): WrittenReference {
  const [, holdColumn, letters = 'A', holdRow, digits = '1'] =
    /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(written) ?? [];
  return {
    column: columnOf(letters),
    row: Number(digits) - 1,
    holdsColumn: holdColumn === '$',
    holdsRow: holdRow === '$',
  };
}
