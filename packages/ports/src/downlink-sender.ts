/** Carries instructions to trackers that are reached through somebody else's network. */
export interface DownlinkSender {
  /**
   * Hands one instruction over. `sent`: the network has taken it; what it or the tracker says of it
   * later carries `key`. `retry`: it may be taken another time. `failed`: it never will be.
   *
   * `expect` is told the key, where it is known, and awaited before anything is handed over: a fast
   * network speaks of an instruction before it has answered that it takes it.
   */
  send(command: DownlinkCommand, expect: (key: string) => Promise<void>): Promise<DownlinkOutcome>;
}

/** An instruction, with what its bytes may depend on. */
export interface DownlinkCommand {
  readonly id: number;
  readonly uniqueId: string;
  readonly text: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What became of handing it over; `bytes` are those the network was given. */
export type DownlinkOutcome =
  | { readonly outcome: "sent"; readonly key: string; readonly bytes: Uint8Array }
  | { readonly outcome: "failed" | "retry"; readonly reason: string };
