import type { SeedOrigin } from "@zpr/ports";

/** Everything the page of a contest says of itself, in one language; title, rules and prizes are the study's own. Times come written out. */
export interface ContestWords {
  readonly announced: (opens: string) => string;
  readonly open: (closes: string) => string;
  readonly closed: (closed: string) => string;
  readonly drawn: (drawn: string) => string;
  readonly report: string;
  readonly prizes: string;
  readonly rules: string;
  readonly taking: string;
  readonly takingLines: (opens: string, closes: string) => readonly string[];
  readonly tickets: (count: number) => string;
  readonly data: string;
  readonly dataLines: (days: number) => readonly string[];
  readonly fair: string;
  readonly fairLines: readonly string[];
  readonly seedHash: string;
  readonly outcome: string;
  readonly noWinners: string;
  readonly place: string;
  readonly prize: string;
  readonly ticket: string;
  readonly seed: string;
  readonly seedOrigins: Readonly<Record<SeedOrigin, string>>;
  readonly ticketList: string;
  readonly noneTitle: string;
  readonly noneLead: string;
  readonly home: string;
}
