import type { AccountFault } from "../../people.ts";

/** Everything the sign-in pages say, in one language. Sentences are whole; nothing is put together from parts. */
export interface Messages {
  readonly home: string;
  readonly signIn: {
    readonly title: string;
    readonly lead: string;
    readonly email: string;
    readonly password: string;
    readonly submit: string;
    readonly wrong: string;
    readonly tooMany: (minutes: number) => string;
    readonly finder: string;
    readonly finderLink: string;
  };
  readonly signOut: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly stay: string;
    readonly doneTitle: string;
    readonly doneLead: string;
  };
  readonly setup: {
    readonly title: string;
    readonly lead: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly passwordRule: string;
    readonly submit: string;
    readonly goneTitle: string;
    readonly goneLead: string;
    readonly elsewhereLead: (issuer: string) => string;
    readonly elsewhereSubmit: string;
    readonly faults: Readonly<Record<AccountFault, string>>;
  };
  readonly invitation: {
    readonly title: string;
    readonly lead: (study: string) => string;
    readonly goneTitle: string;
    readonly goneLead: string;
  };
  readonly failed: {
    readonly title: string;
    readonly lead: string;
    readonly again: string;
    readonly unreachableTitle: string;
    readonly unreachableLead: string;
    readonly originTitle: string;
    readonly originLead: string;
  };
}
