/** What came over the wire, untouched. Everything else we know can be derived from it again. */
export interface RawMessage {
  /** Name of the protocol whose decoder reads the bytes. */
  readonly protocol: string;
  /** Who sent it, as said at login or in the frame; null when not even that could be read. */
  readonly uniqueId: string | null;
  readonly transport: "tcp" | "udp" | "http" | "mqtt";
  readonly receivedAt: Date;
  readonly bytes: Uint8Array;
  /** What the protocol kept beside the bytes for its decoder; null when they tell all. */
  readonly context: string | null;
}
