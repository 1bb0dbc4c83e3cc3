import type { PushSpeech } from "./push-speech.ts";
import { digitalmatterPush } from "./pushes/digitalmatter.ts";
import { httpPush } from "./pushes/http.ts";
import { chirpstackPush, ttnPush } from "./pushes/lorawan.ts";
import { globalstarPush, spotPush } from "./pushes/satellites.ts";

/** What each service that brings messages of trackers pushes. */
export const pushSpeeches: readonly PushSpeech[] = [
  httpPush,
  chirpstackPush,
  ttnPush,
  digitalmatterPush,
  globalstarPush,
  spotPush,
];
