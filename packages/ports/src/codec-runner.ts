/** Runs payload codecs, which are untrusted: each call alone, from nothing, and only so long and so large. */
export interface CodecRunner {
  /**
   * What a codec makes of one call. Never rejects because of a codec; calls at once are run in their
   * order. A codec that runs out of time again and again rests for its owner, for nobody else who
   * has the same source.
   */
  run(source: string, call: CodecCall, owner?: string): Promise<CodecRun>;
  close(): Promise<void>;
}

/** The functions that a codec may define, by their names in the LoRa Alliance's TS013. */
export const CODEC_FUNCTIONS = ["decodeUplink", "encodeDownlink", "decodeDownlink"] as const;
export type CodecFunction = (typeof CODEC_FUNCTIONS)[number];

/** What is asked of a codec; `inspect` asks for the names of its functions. */
export type CodecCall =
  | {
      readonly name: "decodeUplink" | "decodeDownlink";
      readonly bytes: Uint8Array;
      readonly port: number;
      readonly receivedAt: Date;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | {
      readonly name: "encodeDownlink";
      readonly data: Readonly<Record<string, unknown>>;
      readonly port: number;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | { readonly name: "inspect" };

/** What came of a call. An answer is plain JSON in the form of TS013, whatever style the codec is written in. */
export type CodecRun = CodecAnswer & {
  /** What the codec wrote to its console. */
  readonly logs: readonly string[];
  /** Processor time. */
  readonly milliseconds: number;
};

type CodecAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The codec was not even called: a minute later it may be. */
      readonly isResting?: true;
    };
