import type { Page, StudyScope } from "./page.ts";

/** Who has something written. */
export interface Actor {
  readonly kind: "user" | "api-key" | "command-line";
  /** Of the user or of the API key; null at the command line. */
  readonly id: number | null;
  readonly name: string;
}

export const AUDIT_ACTIONS = ["created", "changed", "removed"] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Columns with their values: secrets are masked, and of a long text there is only `{"characters": n}`. */
export type AuditContent = Readonly<Record<string, unknown>>;

/** One write of a researcher. */
export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: Actor;
  /** Null for what belongs to no study. */
  readonly studyId: number | null;
  /** What was written to: study, item, tracker, member, ... */
  readonly kind: string;
  readonly objectId: string;
  readonly objectName: string | null;
  readonly action: AuditAction;
  /** Null when it was created; of a change only what changed. */
  readonly before: AuditContent | null;
  /** Null when it was removed. */
  readonly after: AuditContent | null;
}

export interface AuditFilter {
  readonly studies: StudyScope;
  /** Part of a name, upper and lower case the same. */
  readonly actor?: string;
  readonly kind?: string;
  readonly objectId?: string;
  readonly since?: Date;
  /** Not included. */
  readonly until?: Date;
}

/** What researchers changed. The database writes it, in the transaction of the change. */
export interface AuditLog {
  /** Newest first. */
  list(filter: AuditFilter, page: Page<number>): Promise<readonly AuditEntry[]>;
}
