/** Carries instructions to trackers that are reached through somebody else's network. */
export interface DownlinkSender {
  /**
   * Hands one instruction over. `sent`: the network has taken it; what it or the tracker says of it
   * later carries `key`. `retry`: it may be taken another time. `failed`: it never will be.
   */
  send(command: DownlinkCommand): Promise<DownlinkOutcome>;
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
