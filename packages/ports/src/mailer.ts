import type { WaitingMail } from "./mail-outbox.ts";

/** What became of a mail that was sent: it is on its way, or nobody will ever take it. */
export type MailOutcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: string };

/** Hands mails to whoever brings them to people. */
export interface Mailer {
  /** Rejects when it cannot be done now and may be later, or when the signal says to stop trying. */
  send(
    mail: Pick<WaitingMail, "id" | "to" | "subject" | "text" | "unsubscribeUrl">,
    signal: AbortSignal,
  ): Promise<MailOutcome>;
}
