const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * A text as XML writes it, between tags or in an attribute. What XML 1.0 has no place for (control
 * characters, half a pair of surrogates) becomes a space.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');
