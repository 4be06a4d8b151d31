import { type Address, addressName, isOnSheet } from './address.ts';
import { readReference, tokenise } from './tokens.ts';

/**
 * A formula as it stands once it is copied from one cell to another: the cells it names move along,
 * except what `$` holds; a cell that would leave the sheet becomes `#REF!`. All else stays as it was
 * typed, and so does what is no formula.
 */
export function copyFormula(source: string, from: Address, to: Address): string {
  if (!/^\s*[=+\-−–]/.test(source)) return source;
  // Where a comma is a decimal mark changes no reference.
  const start = /^\s*=?/.exec(source)?.[0].length ?? 0;
  const tokens = tokenise(source.slice(start), 'decimal');
  if ('problem' in tokens) return source;
  const references = tokens.filter(({ type }) => type === 'reference');
  return references.reduceRight((text, token) => {
    const before = text.slice(0, start + token.position);
    const after = text.slice(start + token.position + token.length);
    return before + moved(token.text, from, to) + after;
  }, source);
}

function moved(written: string, from: Address, to: Address): string {
  const { row, column, holdsRow, holdsColumn } = readReference(written);
  const address = {
    row: holdsRow ? row : row + to.row - from.row,
    column: holdsColumn ? column : column + to.column - from.column,
  };
  if (!isOnSheet(address)) return '#REF!';
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(addressName(address)) ?? [];
  return `${holdsColumn ? '$' : ''}${letters}${holdsRow ? '$' : ''}${digits}`;
}
