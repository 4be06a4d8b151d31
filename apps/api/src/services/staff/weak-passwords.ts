/** What people choose who are asked for twelve characters; compared without case and blanks. */
const common = [
  ...['motdepasse', 'password', 'azerty', 'qwerty', 'jalon', 'ecole', 'college', 'lycee'],
  ...['bonjour', 'soleil', 'chouchou', 'bienvenue', 'professeur', 'admin', 'abcdef', '123456'],
  ...['012345', 'aaaaaa', '111111', '000000'],
];

const FEWEST_LETTERS = 6;

/** A text in the form that guesses are compared in. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-_.,;:!?]/gu, '');

/**
 * Whether a password is among the first guesses: few different characters, or little else than a
 * usual word, a sequence, or what the account itself says. Length is the contract's to check.
 */
export function isWeakPassword(
  password: string,
  { name, email }: { name: string; email: string },
): boolean {
  const given = plain(password);
  if (new Set(given).size < FEWEST_LETTERS) return true;
  const own = [...name.split(/\s+/), ...email.split(/[@.]/), name, email].map(plain);
  const usual = [...common, ...own.filter((word) => word.length >= 3)].sort(
    (a, b) => b.length - a.length,
  );
  const rest = usual.reduce((left, word) => left.replaceAll(word, ''), given);
  return new Set(rest).size < FEWEST_LETTERS;
}
