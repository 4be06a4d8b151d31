const LONGEST = 100;

/** Without which nothing can be called a name. */
const HAS_LETTER = /\p{L}/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Letters that no decoding gave, controls, and marks that turn the direction of writing. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029<>]/u;

/** A cell that a spreadsheet would take for a formula (OWASP, CSV injection). */
const FORMULA = /^\s*[=+@|\-\t\r]/;

/** One line of text with its blanks put right; `''` where there is nothing. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Whether a spreadsheet would run the cell. */
export const isFormula = (cell: string): boolean => FORMULA.test(cell);

/** Whether letters were lost on the way. */
export const hasLostLetters = (text: string): boolean => text.includes('\uFFFD');

/** Whether a text can stand as a person's name. */
export const isPersonName = (text: string): boolean =>
  text.length <= LONGEST && HAS_LETTER.test(text) && !UNSHOWABLE.test(text);

/** Whether a text can stand as the name of a class or a group. */
export const isClassName = (text: string): boolean =>
  text.length <= LONGEST && HAS_LETTER_OR_DIGIT.test(text) && !UNSHOWABLE.test(text);

/** A name as it is compared: letters alone, without accents and in one case. */
export const comparable = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .replaceAll('ß', 'SS')
    .replace(/[^\p{L}\p{N}]/gu, '');
