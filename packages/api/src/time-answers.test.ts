import { randomUUID } from "node:crypto";
import { itemCodeFromNumber } from "@zpr/model";
import { expect, test } from "vitest";
import { useApi } from "./testing.ts";

const api = useApi();

/** What Prometheus gets, by name and labels. */
async function told(): Promise<ReadonlyMap<string, number>> {
  const lines = (await api.get("/metrics")).body.split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^(zpr_\S+) (\S+)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, Number(value)] as const];
    }),
  );
}

test("reports are counted by what became of them, and answers by how they ended", async () => {
  const url = `/api/v1/items/${itemCodeFromNumber(7)}/sightings`;
  const report = {
    id: randomUUID(),
    seenAt: "2026-06-20T10:00:00Z",
    position: [4.3997, 51.2213],
    accuracyMetres: 8,
    positionSource: "gps",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "nl",
  };
  await api.send("POST", url, report);
  await api.send("POST", url, report);
  await api.send("POST", url, { ...report, id: randomUUID(), website: "https://a.machine" });
  await api.send("POST", url, { ...report, id: "no id" });
  const counts = await told();
  expect(counts.get('zpr_reports_total{outcome="new"}')).toBe(1);
  expect(counts.get('zpr_reports_total{outcome="again"}')).toBe(1);
  expect(counts.get('zpr_reports_total{outcome="suspicious"}')).toBe(1);
  expect(counts.get('zpr_answer_seconds_count{area="reports",outcome="ok"}')).toBe(3);
  expect(counts.get('zpr_answer_seconds_count{area="reports",outcome="refused"}')).toBe(1);
});

test("whatever is asked for, there are no more series than areas and outcomes", async () => {
  for (let number = 0; number < 30; number++) {
    await api.get(`/nowhere/${number}`);
    await api.get(`/tiles/fixes/3/${number}/0.mvt`);
    await api.get(`/api/v1/items/${itemCodeFromNumber(number)}`);
  }
  const counted = [...(await told()).keys()].filter((name) => name.includes("seconds_count{"));
  expect(counted.sort()).toEqual([
    'zpr_answer_seconds_count{area="api",outcome="refused"}',
    'zpr_answer_seconds_count{area="pages",outcome="refused"}',
    'zpr_answer_seconds_count{area="photos",outcome="failed"}',
    'zpr_answer_seconds_count{area="reports",outcome="failed"}',
    'zpr_answer_seconds_count{area="tiles",outcome="ok"}',
    'zpr_answer_seconds_count{area="tiles",outcome="refused"}',
  ]);
});
