import { expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const WINTAM = "position=4.31,51.12";
const DAY = "from=2026-07-07T00:00:00Z&to=2026-07-08T00:00:00Z";

async function tides(query: string) {
  api.asNobody();
  const response = await api.get(`/api/v1/tides?${query}`);
  return { ...response.json(), status: response.statusCode, headers: response.headers };
}

it("tells anybody the tide of a day by the nearest good station, with its licence", async () => {
  const tide = await tides(`${WINTAM}&${DAY}`);
  expect(tide.station).toMatchObject({
    id: "ticon/antwerpen_prosperpolder-antwppppdr-nld-rws",
    name: "Antwerpen Prosperpolder",
    licence: { name: "cc-by-4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    credit: expect.stringContaining("TICON-4"),
  });
  expect(Math.abs(tide.station.distanceMetres - 25_100)).toBeLessThan(500);
  const kinds = tide.extremes.map(({ kind }: { kind: string }) => kind).join(" ");
  expect(kinds).toMatch(/^(low )?(high low ?)+(high)?$/);
  expect(tide.levels).toHaveLength(145);
  expect(tide.phaseAtStart.hoursSinceHighWater).toBeGreaterThan(0);
  expect(tide.headers["cache-control"]).toBe("public, max-age=86400");
});

it("is later by the lag of the place", async () => {
  const at = await tides(`${WINTAM}&${DAY}`);
  const later = await tides(`${WINTAM}&${DAY}&lagMinutes=90`);
  const first = ({ extremes }: typeof at) =>
    Date.parse(extremes.find(({ kind }: { kind: string }) => kind === "high").time);
  expect(Math.abs(first(later) - first(at) - 90 * 60_000)).toBeLessThan(1000);
  expect(later.lagMinutes).toBe(90);
});

it("takes another station, and levels as close as asked", async () => {
  const tide = await tides(
    `${WINTAM}&${DAY}&everyMinutes=60&station=ticon/terneuzen-ternzn-nld-rws`,
  );
  expect(tide.station.name).toBe("Terneuzen");
  expect(tide.levels).toHaveLength(25);
});

it.each([
  [404, `position=5.5,50.5&${DAY}`],
  [404, `${WINTAM}&${DAY}&station=ticon/vlissingentg-vli-nld-cmems`],
  [400, `${WINTAM}&from=2026-07-08T00:00:00Z&to=2026-07-07T00:00:00Z`],
  [400, `${WINTAM}&from=2026-01-01T00:00:00Z&to=2026-07-07T00:00:00Z`],
  [400, `position=4.31,151&${DAY}`],
  [400, WINTAM],
])("answers %i to %s", async (status, query) => {
  const refused = await tides(query);
  expect(refused.status).toBe(status);
  expect(refused.detail).toBeTruthy();
});
