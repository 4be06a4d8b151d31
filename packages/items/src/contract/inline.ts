/** A run of text and how it is shown. */
export interface InlineRun {
  mark: 'plain' | 'strong' | 'code';
  text: string;
}

/** In French, these signs never begin a line, and an opening quotation mark never ends one. */
const tieSigns = (text: string) =>
  text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');

const marked = /\*\*(.+?)\*\*|`([^`]+)`/gs;

/**
 * Splits `**strong**` and `` `code` `` from the plain text around them, so that a player shows
 * them as elements and never as markup. A mark that is not closed stays as it is written. The
 * space before a French sign of punctuation becomes one that does not break, except in code.
 */
export function inlineMarks(text: string): InlineRun[] {
  const runs: InlineRun[] = [];
  let end = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, strong, code] = match;
    if (match.index > end)
      runs.push({ mark: 'plain', text: tieSigns(text.slice(end, match.index)) });
    if (strong !== undefined) runs.push({ mark: 'strong', text: tieSigns(strong) });
    else if (code !== undefined) runs.push({ mark: 'code', text: code });
    end = match.index + whole.length;
  }
  if (end < text.length) runs.push({ mark: 'plain', text: tieSigns(text.slice(end)) });
  return runs;
}

/** The text without its marks, for lists, titles and what a screen reader announces. */
export const plainText = (text: string) =>
  inlineMarks(text)
    .map((run) => run.text)
    .join('');
