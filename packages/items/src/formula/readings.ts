import { type Commas, usualCommas } from './commas.ts';
import { tokenise } from './tokens.ts';

/**
 * The formulas that a typed one may be, the likeliest first, without any comma that could be two
 * things: `=MAX(1,5)` may be `=MAX(1.5)` or `=MAX(1;5)`. What cannot be cut up stays as it is.
 */
export function readings(source: string): string[] {
  const start = /^\s*=?/.exec(source)?.[0].length ?? 0;
  const body = source.slice(start);
  const usual = usualCommas(body);
  const other: Commas = usual === 'decimal' ? 'separator' : 'decimal';
  const written = [usual, other].map((commas) => unmistakable(body, commas));
  return [...new Set(written)].map((text) => source.slice(0, start) + text);
}

function unmistakable(body: string, commas: Commas): string {
  const tokens = tokenise(body, commas);
  if ('problem' in tokens) return body;
  return tokens.reduceRight((text, { type, text: meaning, position, length }) => {
    if (type !== 'number' && type !== 'separator') return text;
    const plain = type === 'separator' ? ';' : meaning.replace(',', '.');
    return text.slice(0, position) + plain + text.slice(position + length);
  }, body);
}
