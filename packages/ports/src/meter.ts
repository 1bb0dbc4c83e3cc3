/** What is counted while data flows. */
export type Counted =
  | "connections-opened"
  | "connections-closed"
  | "frames-kept"
  | "frames-corrupt"
  | "records-acknowledged"
  | "noise"
  | "fixes-recorded"
  | "messages-undecodable"
  | "messages-of-unknown-trackers"
  | "commands-sent"
  | "commands-acknowledged"
  | "commands-failed"
  | "connections-refused";

/** What is counted by labels of its own. Each has few values, all of them ours: a label that callers could fill would be a series for each of them. */
export interface Tallied {
  readonly reports: { readonly outcome: "new" | "suspicious" | "again" };
  readonly "report-photos": { readonly outcome: "new" | "again" | "unreadable" };
  readonly "commands-ended": { readonly status: "acknowledged" | "failed" | "expired" };
  readonly "cache-answers": {
    /** The first word of the question's key. */
    readonly question: string;
    readonly source: "kept" | "asked";
  };
}

/** What is asked over HTTP, by whom it matters to. */
export type AnswerArea =
  | "reports"
  | "photos"
  | "tiles"
  | "features"
  | "ingest"
  | "sign-in"
  | "api"
  | "pages";

/** What takes time, and the labels by which it is told apart. */
export interface Timed {
  /** From a frame that is whole to its acknowledgement, or that of what a service pushed: it is durable then. */
  readonly acknowledgement: Readonly<Record<never, string>>;
  /** From a message received to its fixes committed. */
  readonly recording: Readonly<Record<never, string>>;
  /** From a request over HTTP to the end of its answer. */
  readonly answer: {
    readonly area: AnswerArea;
    readonly outcome: "ok" | "refused" | "failed";
  };
}

/** Counts for operators; `protocol` says of which kind of tracker. */
export interface Meter {
  count(what: Counted, protocol: string, amount?: number): void;
  tally<What extends keyof Tallied>(what: What, labels: Tallied[What]): void;
  /** Notes how many seconds something took. */
  took<What extends keyof Timed>(what: What, seconds: number, labels: Timed[What]): void;
}
