import type { KeptMail } from '@jalon/types';

/** A message: plain words, to one person. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** What sends mail. */
export interface Mailer {
  /** Whether the message was handed to a mail server. A server that refuses, or is away, is a no. */
  send(mail: Mail): Promise<boolean>;
  /** The messages that were kept for want of a server, newest first. */
  kept(): readonly KeptMail[];
}

const MOST_KEPT = 50;

/** Sends nothing and keeps the newest messages, to be read in a demo. */
export function keepingMailer(clock: () => Date): Mailer {
  const kept: KeptMail[] = [];
  return {
    async send(mail) {
      kept.unshift({ ...mail, at: clock().toISOString() });
      kept.splice(MOST_KEPT);
      return false;
    },
    kept: () => kept,
  };
}
