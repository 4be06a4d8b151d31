const isNumbered = (line: string): boolean => /^\d+\. /.test(line);

/**
 * An answer in words, as the API gives it, with each part on a line of its own: options, places and
 * pairs come in one text with ` ; ` between them, which a child would have to unravel.
 */
export function asLines(answer: string): string {
  const parts = answer.split(' ; ');
  if (parts.length === 1) return answer;
  return parts.map((part) => (isNumbered(part) ? part : `• ${part}`)).join('\n');
}
