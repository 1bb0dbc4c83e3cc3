import type { Speech } from "./speech.ts";
import { dmtSpeech } from "./speeches/dmt.ts";
import { gt06Speech } from "./speeches/gt06.ts";
import { h02Speech } from "./speeches/h02.ts";
import { iridiumSpeech } from "./speeches/iridium.ts";
import { meitrackSpeech } from "./speeches/meitrack.ts";
import { queclinkSpeech } from "./speeches/queclink.ts";
import { teltonikaSpeech } from "./speeches/teltonika.ts";

/** How each kind of tracker that calls a port talks. */
export const speeches: readonly Speech[] = [
  teltonikaSpeech,
  gt06Speech,
  dmtSpeech,
  meitrackSpeech,
  queclinkSpeech,
  iridiumSpeech,
  h02Speech,
];
