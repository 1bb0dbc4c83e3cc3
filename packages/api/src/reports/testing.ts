import { randomUUID } from "node:crypto";
import { type ItemCode, itemCodeFromNumber } from "@zpr/model";
import { beforeEach, expect } from "vitest";
import { useApi } from "../testing.ts";

/** Two released items, and one that nobody has. */
export const [code, other, unborn] = [4711, 4712, 99_999].map(itemCodeFromNumber) as [
  ItemCode,
  ItemCode,
  ItemCode,
];
/** Where finders stand. */
export const HERE = [4.3997, 51.2213];

/** An API with a study whose reports an editor looks at. */
export function useReviews() {
  const api = useApi();
  let studyId: number;
  let hour = 0;
  async function report(more: object = {}, to: ItemCode = code): Promise<string> {
    const id = randomUUID();
    const body = {
      id,
      seenAt: new Date(Date.UTC(2026, 5, 20, ++hour)).toISOString(),
      position: HERE,
      accuracyMetres: 8,
      positionSource: "gps",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "nl",
      ...more,
    };
    api.asNobody();
    const kept = await api.send("POST", `/api/v1/items/${to}/sightings`, body);
    expect(kept.statusCode).toBe(201);
    api.asMember(studyId, "editor");
    return id;
  }
  const decide = (id: string, change: object) =>
    api.send("POST", `/api/v1/sightings/${id}/decisions`, { id: randomUUID(), ...change });
  const detail = async (id: string) => (await api.get(`/api/v1/sightings/${id}`)).json();
  const undoLast = async (id: string) =>
    decide(id, { kind: "undo", decision: (await detail(id)).decisions.at(-1).id });
  async function study(changes: object) {
    api.asMember(studyId, "owner");
    expect((await api.send("PATCH", `/api/v1/studies/${studyId}`, changes)).statusCode).toBe(200);
    api.asMember(studyId, "editor");
  }

  beforeEach(async () => {
    hour = 0;
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    const type = { studyId, name: "bottle", material: "PET" };
    const itemTypeId = (await api.send("POST", "/api/v1/item-types", type)).json().id;
    for (const one of [code, other])
      await api.send("POST", "/api/v1/items", { studyId, itemTypeId, code: one });
    await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.31, 51.12],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: [code, other],
    });
    api.asMember(studyId, "editor");
  });

  return { api, studyId: () => studyId, report, decide, detail, undoLast, study };
}
