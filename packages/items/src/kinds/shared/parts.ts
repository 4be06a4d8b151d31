import type { Part } from '../../contract.ts';
import { ResponseRefused } from '../../response-refused.ts';

/** Names the parts by the place they are shown at: `o1`, `o2` … */
export const named = <Fields extends object>(letter: string, parts: readonly Fields[]) =>
  parts.map((part, index) => ({ id: letter + String(index + 1), ...part }));

/** A part as it is shown: its name and its text, nothing else. */
export const shownPart = ({ id, text }: Part): Part => ({ id, text });

/** Throws `ResponseRefused` where an id is unknown or comes twice. */
export function checkIds(ids: readonly string[], parts: readonly Part[]): void {
  const known = new Set(parts.map(({ id }) => id));
  for (const id of ids) {
    if (!known.delete(id)) throw new ResponseRefused(`This item shows no part “${id}” to choose.`);
  }
}

/** The text of the part with this id; throws `ResponseRefused` where there is none. */
export function textOf(id: string, parts: readonly Part[]): string {
  const part = parts.find((candidate) => candidate.id === id);
  if (!part) throw new ResponseRefused(`This item shows no part “${id}”.`);
  return part.text;
}

/** The texts of these parts, in the order of the ids. */
export const textsOf = (ids: readonly string[], parts: readonly Part[]) =>
  ids.map((id) => textOf(id, parts));

/** Whether no two of these written texts are the same. */
export const allDifferent = (texts: readonly (string | number)[]) =>
  new Set(texts.map(String)).size === texts.length;
