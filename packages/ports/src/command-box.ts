/** A tracker as its connection knows it. */
export interface TrackerKey {
  readonly protocol: string;
  readonly uniqueId: string;
}

/** An instruction that waits for its tracker, with what its wording may depend on. */
export interface WaitingCommand {
  readonly id: number;
  readonly text: string;
  readonly uniqueId: string;
  readonly model: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An instruction as bytes, or why it cannot be said. */
export type SaidCommand =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly key: string | null }
  | { readonly ok: false; readonly reason: string };

/** An instruction on its way. */
export interface TakenCommand {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** What came back of an instruction. `sent` and `retry` come from networks in between. */
export interface CommandEcho {
  /** Of which instruction; null for the one that went out last on the connection. */
  readonly key: string | null;
  readonly outcome: "sent" | "acknowledged" | "failed" | "retry";
  readonly text: string;
  /** The tracker's own bytes, where they are at hand. */
  readonly bytes?: Uint8Array;
}

/** The gateway's side of instructions: from the box to the tracker, and the tracker's answers back. */
export interface CommandBox {
  /** Whether anything may wait for a tracker, from memory: no query a frame. */
  mayHave(tracker: TrackerKey): boolean;
  /**
   * Takes a tracker's next instruction for a connection and keeps its bytes as sent, durably, before
   * any of them is written. What another connection took and nobody answered comes again, until
   * its attempts are used up. What cannot be said has failed.
   */
  take(
    tracker: TrackerKey,
    connection: string,
    say: (command: WaitingCommand) => SaidCommand,
  ): Promise<TakenCommand | undefined>;
  /** Keeps what came back and says of which instruction it is; undefined when none waits for that. */
  answered(
    tracker: TrackerKey,
    connection: string | null,
    echo: CommandEcho,
  ): Promise<number | undefined>;
  /** A network is about to be given an instruction, and what it says of it will carry this key. */
  expects(id: number, key: string): Promise<void>;
  /** A network has taken an instruction and will say of it what carries this key; it is not handed over again. */
  handedOver(
    id: number,
    handed: { readonly key: string; readonly bytes: Uint8Array },
  ): Promise<void>;
  /** Puts an instruction back that was taken but not answered; `again` allows the same connection to take it. */
  unanswered(id: number, note: string, again: boolean): Promise<void>;
  /** Calls when something is queued for a tracker, here or in another process; call the result to stop. */
  whenQueued(tracker: TrackerKey, ring: () => void): () => void;
  /** Calls with every tracker that may have something waiting, now and later; call the result to stop. */
  whenAnyQueued(ring: (tracker: TrackerKey) => void): () => void;
}
