import type { Comparison, Verdict } from "./comparison.ts";
import { comparePlaces, type PushReading, type PushVector, readingOfPush } from "./pushed-body.ts";
import { near, same, together } from "./verdicts.ts";

/** Pushes and feeds. */
export const spotComparison: Comparison = {
  protocol: "spot",
  files: /^spot.*\.json$/,
  compare(vector: PushVector) {
    const reading = readingOfPush("spot", vector);
    return together([comparePlaces(vector, reading), compareWords(vector, reading)]);
  },
};

/** What the first message says in plain words. */
function compareWords({ body = "" }: PushVector, { messages: [message] }: PushReading): Verdict {
  const fix = message?.fixes[0];
  const wordOf = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(body)?.[1];
  return together([
    same("the ESN", message?.uniqueId, wordOf("esn")),
    same("the time", fix?.time.toISOString(), wordOf("timestamp")),
    near("the latitude", fix?.position?.[1], Number(wordOf("latitude"))),
    near("the longitude", fix?.position?.[0], Number(wordOf("longitude"))),
    same("the battery", fix?.attributes["batteryState"], wordOf("batteryState")),
  ]);
}
