import { isEnglishName } from './functions.ts';

/** What a comma between two figures is: a decimal mark, or what parts two arguments. */
export type Commas = 'decimal' | 'separator';

/** What a formula's commas most likely are: French unless it calls a function in English alone. */
export function usualCommas(body: string): Commas {
  const unquoted = body.replace(/"[^"]*"/g, '');
  if (unquoted.includes(';')) return 'decimal';
  const names = unquoted.match(/[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu) ?? [];
  return names.some(isEnglishName) ? 'separator' : 'decimal';
}
