/** What can be done by the links in a mail to a finder. */
export const MAIL_ACTIONS = ["confirm", "unsubscribe", "erase"] as const;
export type MailAction = (typeof MAIL_ACTIONS)[number];

/** A page that asks before it does something, and says so when it is done. */
interface ActionWords {
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  readonly doneTitle: string;
  readonly doneLead: string;
}

/** Everything mails to finders and the pages behind their links say, in one language. Sentences are whole; nothing is put together from parts. */
export interface FinderWords {
  readonly confirmation: {
    readonly subject: (item: string) => string;
    readonly lines: (item: string, confirmUrl: string) => readonly string[];
  };
  readonly contest: {
    readonly subject: (item: string) => string;
    readonly lines: (item: string, rulesUrl: string) => readonly string[];
  };
  readonly news: {
    readonly subject: (item: string) => string;
    readonly lines: (item: string, itemUrl: string) => readonly string[];
  };
  readonly question: {
    readonly subject: (item: string) => string;
    readonly lines: (item: string, text: string, answerUrl: string) => readonly string[];
    readonly title: (item: string) => string;
    readonly lead: string;
    readonly label: string;
    readonly submit: string;
    readonly empty: string;
    readonly doneTitle: string;
    readonly doneLead: string;
    readonly closedTitle: string;
    readonly closedLead: string;
  };
  readonly unsubscribeAt: (url: string) => string;
  readonly eraseAt: (url: string) => string;
  readonly actions: Readonly<Record<MailAction, ActionWords>>;
  readonly goneTitle: string;
  readonly goneLead: string;
  readonly home: string;
}
