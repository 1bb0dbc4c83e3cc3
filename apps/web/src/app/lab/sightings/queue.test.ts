import { describe, expect, it } from "vitest";
import type { Sighting } from "../lab-api.ts";
import { queueOf, reasonsOf } from "./queue.ts";
import { queueCsv } from "./queue-csv.ts";

let n = 0;
function sighting(more: Partial<Sighting> = {}): Sighting {
  n += 1;
  return {
    id: `id-${n}`,
    version: 1,
    itemCode: "ABC123",
    studyId: 1,
    seenAt: `2026-06-20T${String(n).padStart(2, "0")}:00:00.000Z`,
    receivedAt: "2026-06-21T00:00:00.000Z",
    position: [4.4, 51.2],
    accuracyMetres: 8,
    positionSource: "gps",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "nl",
    note: null,
    finderNumber: 1,
    photos: [],
    photosNotShown: 0,
    simulated: false,
    notes: [],
    suspicious: [],
    review: "none",
    noteHidden: false,
    mergedInto: null,
    corrected: false,
    question: "none",
    ...more,
  };
}
const photo = {
  n: 1,
  width: 4,
  height: 3,
  version: 1,
  checked: false,
  hidden: false,
  public: false,
  blur: [],
};
const asked = { queue: "all", order: "queue", words: "", publishesPhotos: false } as const;

describe("the queue of reports", () => {
  const calm = sighting();
  const noted = sighting({ notes: ["not-released-yet"] });
  const doubtful = sighting({ review: "waiting", suspicious: ["honeypot"] });
  const lost = sighting({ studyId: null, notes: ["unknown-code"], itemCode: "XYZ789" });
  const rejected = sighting({ review: "rejected", suspicious: ["honeypot"] });
  const all = [calm, noted, doubtful, lost, rejected];
  const ids = (more: object) =>
    queueOf(all, { ...asked, ...more }).map(({ sighting: { id } }) => id);

  it("has first what is doubtful, then what has no item, then what is noted, then the newest", () => {
    expect(ids({})).toEqual([doubtful.id, lost.id, noted.id, rejected.id, calm.id]);
    expect(ids({ queue: "waiting" })).toEqual([doubtful.id, lost.id, noted.id]);
    expect(ids({ queue: "rejected" })).toEqual([rejected.id]);
    expect(ids({ words: "xyz", order: "oldest" })).toEqual([lost.id]);
  });

  it("waits for photos only where photos may become public", () => {
    const pictured = sighting({ photos: [photo] });
    expect(reasonsOf(pictured, false)).toEqual([]);
    expect(reasonsOf(pictured, true)).toEqual(["photo"]);
    expect(reasonsOf(sighting({ photos: [{ ...photo, checked: true }] }), true)).toEqual([]);
    expect(reasonsOf(sighting({ photos: [photo], mergedInto: "id-1" }), true)).toEqual([]);
  });

  it("is exported with what strangers wrote kept from being a formula", () => {
    const [head, line] = queueCsv([sighting({ note: '=1+"1"\n2' })]).split("\r\n");
    expect(head).toMatch(/^\ufeffid,code,seenAt,longitude,latitude,/);
    expect(line).toContain("ABC123");
    expect(line).toContain(`"'=1+""1""\n2"`);
  });
});
