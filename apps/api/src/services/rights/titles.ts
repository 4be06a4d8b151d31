/** What each part of a pupil's export is, for whoever opens the file. */
export const ownDataTitles = {
  pupil: { fr: 'Qui tu es', en: 'Who you are' },
  class: { fr: 'Ta classe', en: 'Your class' },
  groups: { fr: 'Tes groupes', en: 'Your groups' },
  knownBy: {
    fr: 'À quoi la liste de l’établissement te reconnaît ; les numéros ne sont gardés nulle part',
    en: 'What the school’s roster knows you by; the numbers are kept nowhere',
  },
  school: { fr: 'Ton établissement', en: 'Your school' },
  cards: {
    fr: 'Tes cartes ; les mots et les images d’une carte ne sont gardés nulle part',
    en: 'Your cards; the words and pictures of a card are kept nowhere',
  },
  assessments: {
    fr: 'Les tests donnés à toi ou à ta classe',
    en: 'Tests given to you or your class',
  },
  results: {
    fr: 'Tes résultats, avec la probabilité de chaque niveau',
    en: 'Your results, with the probability of each level',
  },
  accommodations: {
    fr: 'Ce que Jalon adapte pour toi',
    en: 'What Jalon adapts for you',
  },
  positions: {
    fr: 'Tes positions dans le livret scolaire, données par un enseignant',
    en: 'Your positions in the school report, as a teacher gave them',
  },
  transfers: {
    fr: 'Quand un établissement a demandé ton dossier à un autre',
    en: 'When a school asked another for your record',
  },
  looks: { fr: 'Qui a regardé tes résultats', en: 'Who looked at your results' },
  sessions: { fr: 'Quand tu étais connecté', en: 'When you were signed in' },
  attempts: {
    fr: 'Ce que tu as répondu, question par question',
    en: 'What you answered, question by question',
  },
};

/** The same of a member of staff's. */
export const staffDataTitles = {
  staff: { fr: 'Qui vous êtes', en: 'Who you are' },
  classes: { fr: 'Les classes que vous suivez', en: 'Classes you teach' },
  assessments: { fr: 'Les tests que vous avez donnés', en: 'Tests you gave' },
  positions: {
    fr: 'Quand vous avez donné une position du livret scolaire',
    en: 'When you gave a position of the school report',
  },
  accommodations: {
    fr: 'Quand vous avez dit ce que Jalon adapte pour un élève',
    en: 'When you said what Jalon adapts for a pupil',
  },
  passkeys: { fr: 'Vos clés d’accès', en: 'Your passkeys' },
  invitations: {
    fr: 'Les liens que vous avez envoyés, ou reçus pour un nouveau mot de passe',
    en: 'Links that you sent, or were sent for a new password',
  },
  transfers: {
    fr: 'Quand vous avez demandé un dossier à un autre établissement, ou répondu',
    en: 'When you asked another school for a record, or answered one',
  },
  looks: {
    fr: 'Quand vous avez regardé les résultats d’un élève',
    en: 'When you looked at a pupil’s results',
  },
  sessions: { fr: 'Quand vous étiez connecté', en: 'When you were signed in' },
};
