import type { Buffer } from "node:buffer";
import type { Speaker } from "./speech.ts";
import type { TrackerRecord } from "./teltonika-encode.ts";

/** What a service pushes of its trackers, written from the service's side. */
export interface PushSpeech {
  /** Name of the protocol it speaks. */
  readonly protocol: string;
  readonly contentType: string;
  /** Query of the URL it pushes to. */
  readonly query?: string;
  /** What the service calls a tracker that elsewhere has this IMEI. */
  uniqueIdOf(imei: string): string;
  /** Bodies that carry these records. */
  report(records: readonly TrackerRecord[], speaker: Speaker): readonly Buffer[];
  /** Whether words that came with 200 say that a body is taken; any do when absent. */
  isTaken?(said: string): boolean;
}
