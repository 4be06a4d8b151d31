import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { keepingMailer, type Mailer } from '../services/mail/mailer.ts';

/** How long a mail server may take to answer before whoever waits is told that nothing was sent. */
const PATIENCE_MS = 10_000;

/** What sends mail as the settings say; where there is no server, what keeps it. */
export function mailerOf({ mail }: Pick<Config, 'mail'>): Mailer {
  if (mail === null) return keepingMailer(() => new Date());
  const transport = createTransport({
    url: mail.smtp,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // No message names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from: mail.from, to, subject, text });
        return true;
      } catch {
        // The one who asked is told, and given the link to hand over.
        return false;
      }
    },
    kept: () => [],
  };
}
