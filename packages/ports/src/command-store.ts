import type { Page, StudyScope } from "./page.ts";

export const COMMAND_STATUSES = [
  "queued",
  "sent",
  "acknowledged",
  "failed",
  "expired",
  "cancelled",
] as const;
export type CommandStatus = (typeof COMMAND_STATUSES)[number];

/** An instruction to a tracker, and how far it has come. */
export interface Command {
  readonly id: number;
  readonly studyId: number;
  readonly trackerId: number;
  /** The named action it was asked as; null for words of the caller's own. */
  readonly action: Readonly<Record<string, unknown>> | null;
  readonly text: string;
  /** Higher goes first. */
  readonly priority: number;
  readonly status: CommandStatus;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** What the tracker said. */
  readonly answer: string | null;
}

/** One step on an instruction's way, with the bytes that went out or came back. */
export interface CommandStep {
  readonly at: Date;
  readonly status: string;
  readonly note: string;
  readonly bytes: Uint8Array | null;
}

export interface NewCommand
  extends Pick<
    Command,
    "trackerId" | "action" | "text" | "priority" | "maxAttempts" | "expiresAt" | "createdBy"
  > {
  /** Made by the caller: the same again queues nothing new. */
  readonly requestId: string | null;
}

export interface CommandFilter {
  readonly studies: StudyScope;
  readonly trackerId?: number;
  readonly status?: CommandStatus;
}

/** Instructions as the API queues and shows them; the gateway moves them on through its command box. */
export interface CommandStore {
  /** All of them or none. */
  queue(commands: readonly NewCommand[]): Promise<readonly Command[]>;
  /** Newest first. */
  list(filter: CommandFilter, page: Page<number>): Promise<readonly Command[]>;
  find(id: number): Promise<Command | undefined>;
  steps(id: number): Promise<readonly CommandStep[]>;
  /** `too-late` once the tracker has answered or it has ended otherwise. */
  cancel(id: number, by: string): Promise<Command | "too-late">;
}
