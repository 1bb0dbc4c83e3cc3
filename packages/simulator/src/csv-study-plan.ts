import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import type { CsvTracker } from "./csv-trackers.ts";
import type { StudyPlan } from "./study-plan.ts";
import { testImei } from "./test-imei.ts";

const ITEM_TYPE = "Recorded drifter";
const ITEM_CODES = 32 ** 5;

/** The study that a replayed file becomes: one item with one tracker for each name in it. */
export function csvStudyPlan(
  { file, studyName }: { readonly file: string; readonly studyName: string },
  trackers: readonly CsvTracker[],
): StudyPlan {
  return {
    study: {
      name: studyName,
      description:
        `Recorded positions from ${basename(file)}, replayed as Teltonika frames. ` +
        "Times and positions are as recorded; IMEIs and satellite counts are made up.",
      simulated: false,
    },
    itemTypes: [
      { name: ITEM_TYPE, material: null, massGrams: null, lengthMillimetres: null, jCode: null },
    ],
    releases: [],
    items: trackers.map(({ name }) => ({
      code: codeOf(studyName, name),
      itemType: ITEM_TYPE,
      note: `Tracker ${name} of ${basename(file)}`,
    })),
    trackers: trackers.map(({ name, firstAt }) => ({
      uniqueId: testImei(name),
      name,
      model: "Replayed from a file",
      intervalSeconds: null,
      itemCode: codeOf(studyName, name),
      startedAt: new Date(firstAt),
    })),
  };
}

/** The same study and tracker always get the same code, so that registering twice changes nothing. */
function codeOf(studyName: string, tracker: string): ItemCode {
  const hash = createHash("sha256").update(`${studyName}/${tracker}`).digest().readUInt32BE();
  return itemCodeFromNumber(hash % ITEM_CODES);
}
