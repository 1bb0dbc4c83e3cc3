import type { Locale } from "@zpr/model";

/** Whom a mail goes to, as far as its text may know. */
export interface MailReader {
  /** Of the report. */
  readonly locale: Locale;
  readonly itemCode: string;
  /** Stands in the links by which the reader confirms, unsubscribes and erases. */
  readonly token: string;
}

/** A mail to a finder, as it is written. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** Where one click ends mails of this kind (RFC 8058). */
  readonly unsubscribeUrl: string;
}

/** Writes the mails that follow from a report, in the transaction that keeps it. */
export interface FinderLetters {
  /** Asks whether the address is theirs and whether they want news; who takes part in a contest as well can take that back here too. */
  confirmation(reader: MailReader): Letter;
  /** Tells that the report takes part in the contest of the study, and how to take that back. */
  contest(reader: MailReader, studyId: number): Letter;
  /** Tells that the item was seen again. */
  news(reader: MailReader): Letter;
  /** Asks what a researcher wants to know of the report; the token opens the page for the answer. */
  question(reader: MailReader, asked: { readonly text: string; readonly token: string }): Letter;
}

/** What finders said of how to reach them. They write by the links in their mails, through the API. */
export interface FinderContacts {
  /** `undefined` when nothing is kept under the token (any more). */
  find(token: string): Promise<MailReader | undefined>;
  /** The address wants news of the items it was given for; false when nothing is kept under the token. */
  confirm(token: string, at: Date): Promise<boolean>;
  /** The address wants no mail at all. */
  unsubscribe(token: string, at: Date): Promise<void>;
  /** Deletes all that is kept of the address, mails that wait for it included; reports stay. */
  erase(token: string): Promise<void>;
}

/** What must not be kept for ever. One worker calls it, again and again. */
export interface Retention {
  /** Deletes contact data and pieces of photos whose time is over. */
  forget(now: Date): Promise<{ readonly contacts: number; readonly photoPieces: number }>;
}
