/** What the page says besides the cards. */
export interface SheetWords {
  title: string;
  /** Before the address. */
  howTo: string;
  /** Where pupils go to sign in, such as `https://jalon.example/entrer`. */
  address: string;
  /** What the code is, for whoever does not see it. */
  code: string;
  /** What to do with a row of pictures. */
  keepPictures: string;
  /** A row of pictures, for whoever does not see it. */
  pictures: (names: readonly string[]) => string;
  /** What a page without cards says. */
  nobody: string;
  language: 'fr' | 'en';
}

/** The path of the page where pupils sign in with their card. */
const SIGN_IN = '/entrer';

/** What a page of cards says, in a language. */
export function sheetWords(language: 'fr' | 'en', origin: string): SheetWords {
  const address = origin + SIGN_IN;
  return language === 'fr'
    ? {
        title: 'Cartes de connexion à Jalon',
        howTo: 'Va à l’adresse',
        address,
        code: 'Code QR qui ouvre la page de connexion avec les mots de cette carte.',
        keepPictures:
          'À garder par l’enseignant, ou à apprendre par cœur. À découper : ne pas laisser avec la carte.',
        pictures: (names) => `Images, dans l’ordre : ${names.join(', ')}.`,
        nobody: 'Tous les élèves de cette classe ont déjà une carte.',
        language,
      }
    : {
        title: 'Cards to sign in to Jalon',
        howTo: 'Go to',
        address,
        code: 'QR code that opens the page to sign in with the words of this card.',
        keepPictures:
          'For the teacher to keep, or to be learnt by heart. Cut off: not to be left with the card.',
        pictures: (names) => `Pictures, in their order: ${names.join(', ')}.`,
        nobody: 'Every pupil of this class has a card already.',
        language,
      };
}
