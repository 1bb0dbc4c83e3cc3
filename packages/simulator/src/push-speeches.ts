import type { PushSpeech } from "./push-speech.ts";
import { httpPush } from "./pushes/http.ts";
import { chirpstackPush, ttnPush } from "./pushes/lorawan.ts";

/** What each service that brings messages of trackers pushes. */
export const pushSpeeches: readonly PushSpeech[] = [httpPush, chirpstackPush, ttnPush];
