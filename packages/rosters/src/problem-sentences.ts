import type { ProblemCode } from './problem-codes.ts';

export type Language = 'fr' | 'en';

/** What each problem says; `{name}` stands for what it is about. */
export const problemSentences: Record<ProblemCode, Record<Language, string>> = {
  'empty-file': {
    fr: 'le fichier est vide. Refaites l’export.',
    en: 'the file is empty. Export it again.',
  },
  'too-large': {
    fr: 'le fichier dépasse {limit} Mo. Exportez une seule année scolaire et un seul établissement.',
    en: 'the file is larger than {limit} MB. Export one school year and one school.',
  },
  'too-many-pupils': {
    fr: 'le fichier contient plus de {limit} élèves. Exportez un seul établissement.',
    en: 'the file holds more than {limit} pupils. Export one school.',
  },
  'unknown-encoding': {
    fr: 'le fichier se dit écrit en « {encoding} », un codage inconnu. Refaites l’export, sans ouvrir le fichier avec un autre logiciel.',
    en: 'the file says it is written in “{encoding}”, which is unknown. Export it again, without opening it in another program.',
  },
  'broken-file': {
    fr: 'le fichier est abîmé à cet endroit : la suite ne peut pas être lue. Refaites l’export et n’ouvrez pas le fichier avant de le déposer.',
    en: 'the file is damaged here: the rest cannot be read. Export it again, and do not open it before you drop it.',
  },
  'broken-zip': {
    fr: 'l’archive zip est abîmée ou protégée par un mot de passe. Refaites l’export.',
    en: 'the zip archive is damaged or protected by a password. Export it again.',
  },
  'zip-bomb': {
    fr: 'l’archive zip contient beaucoup plus de données qu’un export n’en a. Elle n’a pas été ouverte jusqu’au bout.',
    en: 'the zip archive holds far more data than an export has. It was not opened to its end.',
  },
  'nothing-inside': {
    fr: 'l’archive zip ne contient aucun fichier attendu ({expected}).',
    en: 'the zip archive holds none of the files that are expected ({expected}).',
  },
  'forbidden-doctype': {
    fr: 'le fichier contient une déclaration DOCTYPE, qu’aucun export de SIECLE ne contient. Refaites l’export.',
    en: 'the file holds a DOCTYPE declaration, which no SIECLE export does. Export it again.',
  },
  'another-format': {
    fr: 'le fichier n’est pas un export {format}. Vérifiez quel fichier vous déposez.',
    en: 'the file is not a {format} export. Check which file you drop.',
  },
  'wrong-heading': {
    fr: 'la première ligne n’est pas celle du fichier « {expected} ». Un fichier a pu prendre la place d’un autre : refaites l’export.',
    en: 'the first line is not that of the file “{expected}”. One file may have taken the place of another: export again.',
  },
  'missing-column': {
    fr: 'la colonne « {column} » manque. Refaites l’export avec toutes les colonnes.',
    en: 'the column “{column}” is missing. Export again with every column.',
  },
  'missing-file': {
    fr: 'l’archive ne contient pas le fichier « {name} ».',
    en: 'the archive does not hold the file “{name}”.',
  },
  'no-uai': {
    fr: 'le fichier ne dit pas de quel établissement il vient (UAJ manquant). Refaites l’export depuis SIECLE.',
    en: 'the file does not say which school it comes from (UAJ missing). Export it again from SIECLE.',
  },
  'wrong-school': {
    fr: 'le fichier est celui de l’établissement {found}, et vous importez pour {expected}. Rien ne sera importé.',
    en: 'the file is that of school {found}, and you import for {expected}. Nothing will be imported.',
  },
  'no-pupils': {
    fr: 'le fichier ne contient aucun élève. Refaites l’export.',
    en: 'the file holds no pupil. Export it again.',
  },
  'missing-first-name': {
    fr: 'le prénom manque. Corrigez la fiche de l’élève, puis refaites l’export.',
    en: 'the first name is missing. Correct the pupil’s record, then export again.',
  },
  'missing-last-name': {
    fr: 'le nom de famille manque. Corrigez la fiche de l’élève, puis refaites l’export.',
    en: 'the last name is missing. Correct the pupil’s record, then export again.',
  },
  'missing-birth-date': {
    fr: 'la date de naissance de {name} manque. Corrigez la fiche de l’élève, puis refaites l’export.',
    en: 'the birth date of {name} is missing. Correct the pupil’s record, then export again.',
  },
  'missing-id': {
    fr: 'l’identifiant de la ligne manque ({column}). Refaites l’export.',
    en: 'the row’s identifier is missing ({column}). Export again.',
  },
  'missing-class': {
    fr: 'la classe de {name} manque. Complétez la colonne « Classe ».',
    en: 'the class of {name} is missing. Complete the column “Classe”.',
  },
  'no-identity': {
    fr: '{name} n’a ni date de naissance, ni INE, ni identifiant : un nom seul ne suffit pas à reconnaître un élève. Complétez l’une de ces colonnes.',
    en: '{name} has no birth date, no INE and no identifier: a name alone is not enough to know a pupil by. Complete one of these columns.',
  },
  'wrong-date': {
    fr: '« {value} » n’est pas une date ({column}). Écrivez le jour, le mois et l’année : 31/12/2015.',
    en: '“{value}” is not a date ({column}). Write day, month and year: 31/12/2015.',
  },
  'wrong-name': {
    fr: '« {value} » n’est pas un nom que l’on peut afficher. Corrigez la fiche de l’élève.',
    en: '“{value}” is not a name that can be shown. Correct the pupil’s record.',
  },
  'wrong-class': {
    fr: '« {value} » n’est pas un nom de classe ou de groupe que l’on peut afficher. Corrigez-le.',
    en: '“{value}” is not a name of a class or group that can be shown. Correct it.',
  },
  'formula-cell': {
    fr: '« {value} » commence comme une formule de tableur ({column}). Corrigez cette case : elle n’a pas été lue.',
    en: '“{value}” begins like a spreadsheet formula ({column}). Correct this cell: it was not read.',
  },
  'unreadable-letters': {
    fr: '« {value} » contient des lettres illisibles. Le fichier a changé de codage en route : refaites l’export.',
    en: '“{value}” holds letters that cannot be read. The file changed its encoding on the way: export it again.',
  },
  'duplicate-ine': {
    fr: 'l’INE de {name} est aussi celui de la ligne {other}. Corrigez l’une des deux fiches : aucune n’est importée.',
    en: 'the INE of {name} is also that of line {other}. Correct one of the two records: neither is imported.',
  },
  'duplicate-id': {
    fr: 'l’identifiant de {name} est aussi celui de la ligne {other}. Aucune des deux lignes n’est importée.',
    en: 'the identifier of {name} is also that of line {other}. Neither line is imported.',
  },
  'duplicate-person': {
    fr: '{name} est déjà à la ligne {other}, avec la même date de naissance. Supprimez la fiche en double ou complétez les INE : aucune des deux lignes n’est importée.',
    en: '{name} is already on line {other}, with the same birth date. Remove the double record or complete the INE: neither line is imported.',
  },
  'past-year': {
    fr: 'le fichier est celui de l’année scolaire {year}, qui est terminée. Exportez l’année en cours.',
    en: 'the file is that of the school year {year}, which is over. Export the current year.',
  },
  'wrong-ine': {
    fr: '« {value} » n’est pas un INE (11 chiffres et lettres). L’élève est importé sans INE.',
    en: '“{value}” is not an INE (11 digits and letters). The pupil is imported without one.',
  },
  'no-class': {
    fr: '{name} n’est dans aucune classe. L’élève sera rangé dans « {noClass} ».',
    en: '{name} is in no class. The pupil will be put into “{noClass}”.',
  },
  'has-left': {
    fr: '{name} a quitté l’établissement le {date}.',
    en: '{name} left the school on {date}.',
  },
  'unknown-year-group': {
    fr: 'le fichier ne dit pas le niveau de la classe {name}.',
    en: 'the file does not say which year group class {name} is.',
  },
  'school-unchecked': {
    fr: 'le fichier ne porte pas l’UAI de l’établissement : vérifiez vous-même qu’il est bien le vôtre.',
    en: 'the file does not carry the school’s UAI: check for yourself that it is yours.',
  },
  'unknown-enrolment': {
    fr: 'une inscription nomme un élève ou une classe ({value}) que l’archive ne contient pas. Elle est laissée de côté.',
    en: 'an enrolment names a pupil or a class ({value}) that the archive does not hold. It is left out.',
  },
  'many-more': {
    fr: 'et {count} autres remarques. Corrigez d’abord celles-ci.',
    en: 'and {count} more remarks. Correct these first.',
  },
};
