import type { ProblemCode } from '@jalon/types';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

interface Sentences {
  title: string;
  /** What to do next. */
  detail: string;
}

/** What people read when they are refused: what happened, and what to do next. */
export const problemSentences: Record<ProblemCode, Record<Language, Sentences>> = {
  'bad-request': {
    fr: {
      title: 'Demande mal formée',
      detail: 'Corrigez ce qui est indiqué, puis envoyez à nouveau.',
    },
    en: { title: 'Malformed request', detail: 'Correct what is pointed out, then send it again.' },
  },
  'bad-response': {
    fr: {
      title: 'Réponse illisible',
      detail: 'Cette réponse ne va pas avec la question : répondez à nouveau.',
    },
    en: {
      title: 'Unreadable answer',
      detail: 'This answer does not fit the question: answer it again.',
    },
  },
  'not-signed-in': {
    fr: { title: 'Connexion nécessaire', detail: 'Connectez-vous, puis recommencez.' },
    en: { title: 'Sign-in needed', detail: 'Sign in, then try again.' },
  },
  'wrong-card': {
    fr: {
      title: 'Carte inconnue',
      detail: 'Relis les quatre mots de ta carte et écris-les à nouveau, ou demande de l’aide.',
    },
    en: {
      title: 'Unknown card',
      detail: 'Read the four words of your card again and type them again, or ask for help.',
    },
  },
  'pictures-needed': {
    fr: {
      title: 'Il manque tes images',
      detail: 'Touche maintenant tes trois images, dans l’ordre.',
    },
    en: {
      title: 'Your pictures are missing',
      detail: 'Now touch your three pictures, in their order.',
    },
  },
  'wrong-pictures': {
    fr: {
      title: 'Ce ne sont pas tes images',
      detail:
        'Ce ne sont pas tes images. Ce n’est pas grave : essaie encore, ou demande-les à ton enseignant.',
    },
    en: {
      title: 'These are not your pictures',
      detail: 'These are not your pictures. Never mind: try again, or ask your teacher for them.',
    },
  },
  'wrong-password': {
    fr: {
      title: 'Connexion refusée',
      detail: 'Vérifiez l’adresse et le mot de passe, puis recommencez.',
    },
    en: {
      title: 'Sign-in refused',
      detail: 'Check the e-mail address and the password, then try again.',
    },
  },
  'code-needed': {
    fr: {
      title: 'Un code est nécessaire',
      detail:
        'Utilisez votre clé d’accès, ou écrivez le code à six chiffres de votre application ou un code de secours.',
    },
    en: {
      title: 'A code is needed',
      detail:
        'Use your passkey, or type the six-figure code of your authenticator or a recovery code.',
    },
  },
  'wrong-code': {
    fr: {
      title: 'Code refusé',
      detail: 'Attendez le code suivant et écrivez-le, ou utilisez un code de secours.',
    },
    en: {
      title: 'Code refused',
      detail: 'Wait for the next code and type it, or use a recovery code.',
    },
  },
  'passkey-refused': {
    fr: {
      title: 'Clé d’accès refusée',
      detail: 'Recommencez depuis cette page, ou connectez-vous avec votre mot de passe.',
    },
    en: {
      title: 'Passkey refused',
      detail: 'Try again from this page, or sign in with your password.',
    },
  },
  'passkey-unknown': {
    fr: {
      title: 'Clé d’accès inconnue',
      detail:
        'Aucun compte n’a cette clé, ou elle a été retirée : choisissez-en une autre, ou connectez-vous avec votre mot de passe.',
    },
    en: {
      title: 'Unknown passkey',
      detail:
        'No account has this passkey, or it was removed: choose another, or sign in with your password.',
    },
  },
  'passkey-copied': {
    fr: {
      title: 'Clé d’accès peut-être copiée',
      detail:
        'Cette clé a servi ailleurs que sur votre appareil : connectez-vous autrement, puis retirez-la de votre compte.',
    },
    en: {
      title: 'This passkey may have been copied',
      detail:
        'It has been used elsewhere than on your device: sign in another way, then remove it from your account.',
    },
  },
  'passkey-expired': {
    fr: {
      title: 'Trop de temps a passé',
      detail: 'Une demande de clé d’accès vaut cinq minutes et une seule fois : recommencez.',
    },
    en: {
      title: 'Too much time has passed',
      detail: 'A passkey is asked for during five minutes, and once: try again.',
    },
  },
  'passkey-known': {
    fr: {
      title: 'Clé d’accès déjà ajoutée',
      detail: 'Cet appareil a déjà une clé : utilisez-la pour vous connecter.',
    },
    en: {
      title: 'Passkey added already',
      detail: 'This device has a passkey already: sign in with it.',
    },
  },
  'too-many-passkeys': {
    fr: {
      title: 'Dix clés d’accès au plus',
      detail: 'Retirez une clé qui ne vous sert plus, puis ajoutez celle-ci.',
    },
    en: {
      title: 'Ten passkeys at most',
      detail: 'Remove one that you no longer use, then add this one.',
    },
  },
  'factor-needed': {
    fr: {
      title: 'Une protection de plus est demandée',
      detail:
        'Ouvrez « Votre compte » et ajoutez une clé d’accès ou un code à la connexion : le reste s’ouvre aussitôt.',
    },
    en: {
      title: 'One more protection is asked for',
      detail:
        'Open “Your account” and add a passkey or a code when signing in: the rest opens at once.',
    },
  },
  'session-ended': {
    fr: { title: 'Session terminée', detail: 'Connectez-vous à nouveau pour continuer.' },
    en: { title: 'Session ended', detail: 'Sign in again to go on.' },
  },
  forbidden: {
    fr: {
      title: 'Action réservée',
      detail: 'Votre compte ne permet pas cette action : revenez à votre page d’accueil.',
    },
    en: {
      title: 'Not allowed',
      detail: 'Your account does not allow this: go back to your home page.',
    },
  },
  'foreign-origin': {
    fr: {
      title: 'Demande venue d’un autre site',
      detail: 'Ouvrez Jalon à son adresse habituelle et recommencez depuis ses pages.',
    },
    en: {
      title: 'Request from another site',
      detail: 'Open Jalon at its usual address and try again from its own pages.',
    },
  },
  'not-found': {
    fr: {
      title: 'Introuvable',
      detail: 'Cela n’existe pas ou ne vous est pas ouvert : revenez à la page précédente.',
    },
    en: {
      title: 'Not found',
      detail: 'This does not exist or is not open to you: go back to the page before.',
    },
  },
  'method-not-allowed': {
    fr: {
      title: 'Méthode refusée',
      detail: 'Employez une des méthodes que donne l’en-tête Allow.',
    },
    en: {
      title: 'Method not allowed',
      detail: 'Use one of the methods that the Allow header gives.',
    },
  },
  'already-answered': {
    fr: {
      title: 'Question déjà répondue',
      detail: 'Une autre réponse est déjà gardée : rechargez la page pour continuer.',
    },
    en: {
      title: 'Already answered',
      detail: 'Another answer is already kept: reload the page to go on.',
    },
  },
  'attempt-finished': {
    fr: { title: 'Essai terminé', detail: 'Cet essai est terminé : regarde ton résultat.' },
    en: { title: 'Attempt finished', detail: 'This attempt is finished: look at your result.' },
  },
  'attempt-open': {
    fr: { title: 'Essai en cours', detail: 'Termine d’abord cet essai : le résultat vient après.' },
    en: {
      title: 'Attempt still open',
      detail: 'Finish this attempt first: its result comes after.',
    },
  },
  'assessment-not-open': {
    fr: {
      title: 'Test pas encore ouvert',
      detail: 'Ce test ouvrira plus tard : reviens le jour indiqué sur ta page.',
    },
    en: {
      title: 'Test not open yet',
      detail: 'This test opens later: come back on the day your page says.',
    },
  },
  'assessment-closed': {
    fr: {
      title: 'Évaluation fermée',
      detail: 'Le temps prévu est passé : parles-en à ton enseignant.',
    },
    en: {
      title: 'Assessment closed',
      detail: 'The time for it has passed: talk to your teacher.',
    },
  },
  'link-ended': {
    fr: {
      title: 'Ce lien ne sert plus',
      detail: 'Il a déjà servi ou il a plus de trois jours : demandez-en un autre à la direction.',
    },
    en: {
      title: 'This link has ended',
      detail: 'It was used, or is older than three days: ask the school for another.',
    },
  },
  'weak-password': {
    fr: {
      title: 'Mot de passe trop facile à deviner',
      detail: 'Choisissez-en un autre : par exemple quatre mots sans rapport entre eux.',
    },
    en: {
      title: 'Password too easy to guess',
      detail: 'Choose another: four unrelated words, for example.',
    },
  },
  'email-taken': {
    fr: {
      title: 'Adresse déjà connue',
      detail:
        'Un compte a déjà cette adresse : vérifiez-la, ou envoyez-lui un nouveau mot de passe.',
    },
    en: {
      title: 'Address known already',
      detail: 'An account has this address already: check it, or send them a new password.',
    },
  },
  'own-account': {
    fr: {
      title: 'C’est votre propre compte',
      detail: 'Une autre personne de la direction peut le retirer.',
    },
    en: { title: 'This is your own account', detail: 'Another administrator can remove it.' },
  },
  'transfer-answered': {
    fr: {
      title: 'Demande déjà traitée',
      detail: 'Quelqu’un a déjà répondu à cette demande : rechargez la page.',
    },
    en: {
      title: 'Already answered',
      detail: 'Somebody has answered this request already: reload the page.',
    },
  },
  'roster-moved': {
    fr: {
      title: 'La liste a changé entre-temps',
      detail: 'Quelqu’un a modifié les élèves ou les classes : relisez l’aperçu, puis confirmez.',
    },
    en: {
      title: 'The roster has changed meanwhile',
      detail: 'Somebody changed pupils or classes: read the preview again, then confirm.',
    },
  },
  conflict: {
    fr: {
      title: 'Changé entre-temps',
      detail: 'Quelque chose a changé entre-temps : rechargez la page, puis recommencez.',
    },
    en: {
      title: 'Changed meanwhile',
      detail: 'Something changed meanwhile: reload the page, then try again.',
    },
  },
  'too-large': {
    fr: { title: 'Envoi trop lourd', detail: 'Envoyez moins à la fois : 256 Kio au plus.' },
    en: { title: 'Too large', detail: 'Send less at a time: at most 256 KiB.' },
  },
  'unsupported-media-type': {
    fr: { title: 'Format non pris en charge', detail: 'Envoyez du JSON (application/json).' },
    en: { title: 'Unsupported format', detail: 'Send JSON (application/json).' },
  },
  'from-roster': {
    fr: {
      title: 'Liste de l’établissement',
      detail:
        'Ce groupe vient de la liste de l’établissement et change avec elle : faites plutôt un groupe à vous.',
    },
    en: {
      title: 'From the school’s roster',
      detail:
        'This group comes with the school’s roster and changes with it: make one of your own.',
    },
  },
  'group-known': {
    fr: {
      title: 'Nom déjà pris',
      detail: 'Une de vos classes ou un de vos groupes porte déjà ce nom : choisissez-en un autre.',
    },
    en: {
      title: 'Name taken',
      detail: 'One of your classes or groups has this name already: choose another.',
    },
  },
  'group-over': {
    fr: {
      title: 'Groupe d’une autre année',
      detail: 'Ce groupe est d’une année scolaire passée : faites-en un nouveau.',
    },
    en: {
      title: 'Group of another year',
      detail: 'This group is of a past school year: make a new one.',
    },
  },
  'group-size': {
    fr: {
      title: 'Trop ou trop peu d’élèves',
      detail: 'Un groupe a de 1 à 200 élèves : changez ceux qui sont cochés.',
    },
    en: {
      title: 'Too many or too few pupils',
      detail: 'A group has 1 to 200 pupils: change who is ticked.',
    },
  },
  'nobody-in-need': {
    fr: {
      title: 'Personne n’en a besoin',
      detail:
        'Tous les élèves ont sans doute atteint ce niveau : choisissez un niveau plus haut, d’autres compétences, ou toute la classe.',
    },
    en: {
      title: 'Nobody needs it',
      detail:
        'Every pupil has probably reached this level: choose a higher one, other competences, or the whole class.',
    },
  },
  'no-items': {
    fr: {
      title: 'Pas encore de questions',
      detail: 'Cette compétence n’a pas encore de questions : choisissez-en une autre.',
    },
    en: {
      title: 'No questions yet',
      detail: 'This competence has no questions yet: choose another one.',
    },
  },
  'too-many-requests': {
    fr: {
      title: 'Trop de demandes',
      detail: 'Attendez quelques minutes, puis recommencez.',
    },
    en: { title: 'Too many requests', detail: 'Wait a few minutes, then try again.' },
  },
  unexpected: {
    fr: {
      title: 'Panne imprévue',
      detail: 'Recommencez dans un moment ; si cela dure, signalez ce numéro à votre référent.',
    },
    en: {
      title: 'Unexpected failure',
      detail: 'Try again in a moment; if it lasts, report this number to your support.',
    },
  },
  busy: {
    fr: {
      title: 'Service occupé',
      detail: 'Rien n’est perdu : attendez quelques secondes, puis recommencez.',
    },
    en: { title: 'Service busy', detail: 'Nothing is lost: wait a few seconds, then try again.' },
  },
};

/** The language a client likes best among ours, from `Accept-Language`; French where it says none. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  let best: { language: Language; quality: number } = { language: 'fr', quality: 0 };
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = languages.find((one) => tag === one || tag.startsWith(`${one}-`));
    const given = parameters
      .map((part) => /^\s*q=([01](?:\.\d*)?)\s*$/.exec(part)?.[1])
      .find(Boolean);
    const quality = given === undefined ? 1 : Number(given);
    if (language && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
