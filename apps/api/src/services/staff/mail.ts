/** What a message with a link says. */
export interface InvitationWords {
  name: string;
  /** The school; or an inspector's territory. */
  schoolName: string;
  isInspector: boolean;
  link: string;
  isForPassword: boolean;
}

/** The message that brings a link, in a language. */
export function invitationMail(
  { name, schoolName, isInspector, link, isForPassword }: InvitationWords,
  language: 'fr' | 'en',
): { subject: string; text: string } {
  if (language === 'fr') {
    return {
      subject: isForPassword
        ? 'Jalon : choisissez un nouveau mot de passe'
        : `Jalon : votre compte pour ${schoolName}`,
      text: [
        `Bonjour ${name},`,
        isForPassword
          ? `Ce lien vous permet de choisir un nouveau mot de passe pour Jalon (${schoolName}) :`
          : isInspector
            ? `Un compte d’inspection vous est ouvert sur Jalon (${schoolName}) : vous y lisez des effectifs par niveau, jamais de nom. Choisissez votre mot de passe en suivant ce lien :`
            : `${schoolName} vous ouvre un compte sur Jalon, pour suivre les compétences numériques de vos élèves. Choisissez votre mot de passe en suivant ce lien :`,
        link,
        'Il sert une seule fois, pendant trois jours. Si vous n’attendiez pas ce message, ignorez-le : rien ne se passera.',
      ].join('\n\n'),
    };
  }
  return {
    subject: isForPassword
      ? 'Jalon: choose a new password'
      : `Jalon: your account at ${schoolName}`,
    text: [
      `Hello ${name},`,
      isForPassword
        ? `By this link you choose a new password for Jalon (${schoolName}):`
        : isInspector
          ? `An inspector’s account is opened for you on Jalon (${schoolName}): you read counts by level there, never a name. Choose your password by this link:`
          : `${schoolName} opens an account on Jalon for you, to follow your pupils’ digital competence. Choose your password by this link:`,
      link,
      'It works once, for three days. If you did not expect this message, ignore it: nothing will happen.',
    ].join('\n\n'),
  };
}
