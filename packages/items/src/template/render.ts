import { formatNumber, typedNumber } from './decimals.ts';
import { compileExpression, type Expression, type Scope } from './evaluate.ts';
import { TemplateError } from './template-error.ts';
import { nameOfType, type Value } from './value.ts';

/** A text read once; gives what is shown. */
export type Template = (scope: Scope) => string;

/**
 * Reads a text with `{{ … }}` in it. A bare number shows as it is written, with a decimal comma.
 * Throws `TemplateError` where a brace is not closed or an expression is wrong.
 */
export function compileText(written: string | number): Template {
  if (typeof written === 'number') {
    const shown = typedNumber(written);
    return () => shown;
  }
  const parts = splitText(written);
  if (parts.every((part) => typeof part === 'string')) {
    const shown = parts.join('');
    return () => shown;
  }
  return (scope) =>
    parts.map((part) => (typeof part === 'string' ? part : show(part(scope), written))).join('');
}

function splitText(text: string): (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  let position = 0;
  for (;;) {
    const open = text.indexOf('{{', position);
    const stray = text.slice(position, open < 0 ? undefined : open).indexOf('}}');
    if (stray >= 0) {
      throw new TemplateError('syntax', '“}}” closes nothing', text, position + stray);
    }
    if (open < 0) return [...parts, text.slice(position)];
    const close = text.indexOf('}}', open);
    if (close < 0) throw new TemplateError('syntax', '“{{” is not closed', text, open);
    parts.push(text.slice(position, open), compileExpression(text.slice(open + 2, close)));
    position = close + 2;
  }
}

function show(value: Value, source: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value);
  const type = nameOfType(value);
  throw new TemplateError('value', `A text cannot show ${type}`, source, 0);
}
