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

/** Counts for operators; `protocol` says of which kind of tracker. */
export interface Meter {
  count(what: Counted, protocol: string, amount?: number): void;
}
