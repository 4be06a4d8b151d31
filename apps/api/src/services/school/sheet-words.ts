import type { SheetWords } from './card-sheet.ts';

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
        nobody: 'Tous les élèves de cette classe ont déjà une carte.',
        language,
      }
    : {
        title: 'Cards to sign in to Jalon',
        howTo: 'Go to',
        address,
        nobody: 'Every pupil of this class has a card already.',
        language,
      };
}
