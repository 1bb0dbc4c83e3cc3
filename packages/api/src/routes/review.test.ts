import { randomUUID } from "node:crypto";
import type { ItemCode } from "@zpr/model";
import { describe, expect, it } from "vitest";
import { code, HERE, other, unborn, useReviews } from "../reports/testing.ts";

const NOW = new Date("2026-07-01T12:00:00Z");

describe("a review", () => {
  const { api, studyId, report, decide, detail, undoLast, study } = useReviews();
  /** Sightings as anybody sees them: in the journey and in the OGC collection. */
  async function inTheOpen(of: ItemCode = code) {
    api.asNobody();
    const journey = (await api.get(`/api/v1/items/${of}/journey`)).json();
    const ogc = (await api.get("/ogc/collections/sightings/items?f=json")).json();
    api.asMember(studyId(), "editor");
    const rows = await api.database().selectFrom("sighting").select(["id", "public_id"]).execute();
    const byPublicId = new Map(rows.map(({ id, public_id }) => [public_id, id]));
    const told: readonly { readonly id: string; readonly properties: { readonly kind: string } }[] =
      journey.features;
    return {
      journey: told
        .filter(({ properties }) => properties.kind === "sighting")
        .map(({ id }) => byPublicId.get(id)),
      ogc: ogc.features
        .filter((one: { properties: { itemCode: string } }) => one.properties.itemCode === of)
        .map(({ id }: { id: string }) => byPublicId.get(id)),
    };
  }

  it("comes before anything is public, where the study says so", async () => {
    const early = await report();
    expect((await inTheOpen()).journey).toEqual([early]);
    await study({ publishSightings: "after-review" });
    const id = await report();
    expect(await inTheOpen()).toEqual({ journey: [], ogc: [] });
    expect(await detail(id)).toMatchObject({ review: "waiting", suspicious: [] });
    await decide(id, { kind: "accept", reason: "photo shows the label" });
    expect(await inTheOpen()).toEqual({ journey: [id], ogc: [id] });
    await study({ publishSightings: "at-once" });
    expect((await inTheOpen()).journey).toEqual([early, id]);
  });

  it("says who decided what, when and why, and takes it back", async () => {
    const id = await report();
    const made = { id: randomUUID(), kind: "reject", reason: "another bottle" };
    for (const _ of [1, 2])
      expect(
        (await api.send("POST", `/api/v1/sightings/${id}/decisions`, made)).json(),
      ).toMatchObject({ review: "rejected" });
    expect((await detail(id)).decisions).toEqual([
      {
        id: made.id,
        kind: "reject",
        at: NOW.toISOString(),
        by: "test",
        reason: "another bottle",
        from: { review: "none" },
        to: { review: "rejected" },
        undoes: null,
        undone: false,
      },
    ]);
    expect((await inTheOpen()).journey).toEqual([]);
    expect((await undoLast(id)).json()).toMatchObject({ review: "none" });
    expect((await inTheOpen()).journey).toEqual([id]);
    const { decisions } = await detail(id);
    expect(decisions).toMatchObject([{ undone: true }, { kind: "undo", undoes: made.id }]);
  });

  it("corrects a report without losing what the finder said", async () => {
    const id = await report({
      position: [6.5, 50.1],
      surroundings: "elsewhere",
      note: "at my home",
    });
    expect(await detail(id)).toMatchObject({ notes: ["far-from-water"], original: null });
    const values = {
      position: HERE,
      seenAt: "2026-06-20T09:00:00Z",
      condition: "damaged",
      surroundings: "bank",
    };
    const corrected = await decide(id, { kind: "correct", values });
    expect(corrected.json()).toMatchObject({
      position: HERE,
      positionSource: "map",
      accuracyMetres: null,
      condition: "damaged",
      notes: [],
      corrected: true,
    });
    expect(await inTheOpen()).toEqual({ journey: [id], ogc: [id] });
    await decide(id, { kind: "correct", values: { noteHidden: true } });
    expect((await detail(id)).original).toMatchObject({
      position: [6.5, 50.1],
      seenAt: "2026-06-20T01:00:00.000Z",
      condition: "worn",
      notes: ["far-from-water"],
    });
    expect((await detail(id)).note).toBe("at my home");
    api.asMember(studyId(), "viewer");
    expect((await detail(id)).note).toBeNull();
    expect((await decide(id, { kind: "accept" })).statusCode).toBe(403);
    api.asMember(studyId(), "editor");
    await undoLast(id);
    const [first] = (await detail(id)).decisions;
    const back = await decide(id, { kind: "undo", decision: first.id });
    expect(back.json()).toMatchObject({ position: [6.5, 50.1], notes: ["far-from-water"] });
    expect((await inTheOpen()).journey).toEqual([]);
  });

  it("takes nothing back over what was decided since", async () => {
    const id = await report();
    await decide(id, { kind: "correct", values: { condition: "as-new" } });
    const [first] = (await detail(id)).decisions;
    await decide(id, { kind: "correct", values: { condition: "fragment" } });
    expect((await decide(id, { kind: "undo", decision: first.id })).statusCode).toBe(409);
    await undoLast(id);
    expect((await detail(id)).condition).toBe("as-new");
  });

  it("lets one of two reports of the same find count", async () => {
    const [lead, double] = [await report(), await report()];
    expect((await decide(double, { kind: "merge", into: double })).statusCode).toBe(409);
    await decide(double, { kind: "merge", into: lead });
    expect(await inTheOpen()).toEqual({ journey: [lead], ogc: [lead] });
    expect((await detail(lead)).duplicates).toEqual([double]);
    expect((await detail(double)).mergedInto).toBe(lead);
    expect((await decide(lead, { kind: "merge", into: double })).statusCode).toBe(409);
    api.asNobody();
    expect((await api.get(`/api/v1/items/${code}`)).json().sightingCount).toBe(1);
    api.asMember(studyId(), "editor");
    await undoLast(double);
    expect((await inTheOpen()).journey).toEqual([lead, double]);
  });

  it("moves a report to the item that it is of, and gives one to a report of an unknown code", async () => {
    await report({}, other);
    const id = await report();
    await decide(id, { kind: "move", itemCode: other });
    expect((await inTheOpen()).journey).toEqual([]);
    expect((await inTheOpen(other)).journey).toHaveLength(2);
    expect((await detail(id)).original.itemCode).toBe(code);
    await undoLast(id);
    expect((await inTheOpen()).journey).toEqual([id]);

    const lost = await report({}, unborn);
    expect((await decide(lost, { kind: "move", itemCode: unborn })).statusCode).toBe(404);
    expect((await decide(lost, { kind: "move", itemCode: code })).json()).toMatchObject({
      itemCode: code,
      studyId: studyId(),
      notes: ["already-reported-today"],
    });
    expect((await inTheOpen()).journey).toEqual([id, lost]);
    await undoLast(lost);
    expect(await detail(lost)).toMatchObject({ itemCode: unborn, studyId: null });
  });

  it("marks a report as suspicious, and clears it", async () => {
    const id = await report();
    expect((await decide(id, { kind: "mark" })).json()).toMatchObject({
      review: "waiting",
      suspicious: ["marked"],
    });
    expect((await inTheOpen()).journey).toEqual([]);
    expect((await decide(id, { kind: "clear" })).json()).toMatchObject({
      review: "none",
      suspicious: [],
    });
    expect((await inTheOpen()).journey).toEqual([id]);
  });
});
