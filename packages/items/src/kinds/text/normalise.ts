const apostrophes = /[\u2018\u2019\u201b\u02bc\u2032`\u00b4]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const quotes = /«\s*|\s*»|[\u201c-\u201f\u2033]/g;
const ending = /[\s.,;:!?]+$/;

const unifySigns = (text: string) =>
  text.replace(apostrophes, "'").replace(dashes, '-').replace(quotes, '"');

/**
 * What is compared of a typed text: no accent, no capital, œ as oe, one kind of apostrophe, dash
 * and quotation mark, single spaces, no final punctuation. A text of punctuation alone keeps it.
 */
export function normaliseText(text: string): string {
  const folded = unifySigns(
    unifySigns(text)
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\p{M}\u00ad]/gu, '')
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .replaceAll('ς', 'σ'),
  )
    .replace(/\s+/g, ' ')
    .trim();
  return folded.replace(ending, '') || folded;
}
