import { TemplateError } from './template-error.ts';

export interface Token {
  type: 'number' | 'text' | 'name' | 'sign' | 'end';
  text: string;
  position: number;
}

const spaces = /\s+/y;
const number = /\d+(?:\.\d+)?/y;
const text = /'((?:[^'\\]|\\['"\\])*)'|"((?:[^"\\]|\\['"\\])*)"/y;
const sign = /==|!=|<=|>=|[-+*/%<>?:.,()[\]]/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;

/** What a variable may be called. */
export const namePattern = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Cuts an expression into its tokens; the last one is of type `end`. */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = position;
    return pattern.exec(source);
  };
  while (position < source.length) {
    const blank = take(spaces);
    if (blank) {
      position += blank[0].length;
      continue;
    }
    const token = nextToken(take, position);
    if (!token) {
      throw new TemplateError('syntax', 'An expression cannot hold this', source, position);
    }
    tokens.push(token.token);
    position += token.length;
  }
  tokens.push({ type: 'end', text: '', position });
  return tokens;
}

function nextToken(take: (pattern: RegExp) => RegExpExecArray | null, position: number) {
  const quoted = take(text);
  if (quoted) {
    const [whole, single, double] = quoted;
    const inner = (single ?? double ?? '').replace(/\\(.)/g, '$1');
    return { token: { type: 'text', text: inner, position } as const, length: whole.length };
  }
  for (const [type, pattern] of [
    ['number', number],
    ['name', name],
    ['sign', sign],
  ] as const) {
    const found = take(pattern);
    if (found) return { token: { type, text: found[0], position }, length: found[0].length };
  }
  return null;
}
