import { sql } from "@zpr/storage/testing";
import { beforeEach, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const NOON = "2026-06-20T12:00:00Z";

interface Days {
  readonly trackerId: number;
  readonly firmware: string | null;
  readonly from: string;
  readonly received: readonly number[];
  readonly located: readonly number[];
  readonly expected: readonly (number | null)[];
  readonly batteryVolts: readonly (number | null)[];
}

let studyId = 0;

beforeEach(async () => {
  api.setNow(NOON);
  api.asAdministrator();
  studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
});

async function newTracker(n: number, intervalSeconds: number | null): Promise<number> {
  const tracker = { studyId, protocol: "http", uniqueId: `buoy-${n}`, intervalSeconds };
  return (await api.send("POST", "/api/v1/trackers", tracker)).json().id;
}

async function record(
  trackerId: number,
  time: string,
  { volts, place = 4.3 }: { volts: number; place?: number | null },
) {
  await sql`
    insert into fix (tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude,
      tile_key, quality, flags, battery_volts, attributes)
    values (${trackerId}, ${time}, ${Math.round(volts * 1000)}, 1, ${time}, ${place}, ${place && 51.1},
      ${place && 1}, 0, 0, ${volts}, '{"firmware": "1.2"}')`.execute(api.database());
}

async function days(more = ""): Promise<readonly Days[]> {
  return (await api.get(`/api/v1/trackers/days?studyId=${studyId}&days=3${more}`)).json();
}

it("counts what came of each UTC day against what its interval promises", async () => {
  const trackerId = await newTracker(1, 3600);
  await record(trackerId, "2026-06-19T22:00:00Z", { volts: 3.9 });
  await record(trackerId, "2026-06-19T23:59:59Z", { volts: 3.7, place: null });
  await record(trackerId, "2026-06-20T00:00:00Z", { volts: 3.6 });
  expect(await days()).toEqual([
    {
      trackerId,
      firmware: "1.2",
      from: "2026-06-18T00:00:00.000Z",
      received: [0, 2, 1],
      located: [0, 1, 1],
      expected: [0, 2, 12],
      batteryVolts: [null, 3.8, 3.6],
      batteryPercent: [null, null, null],
    },
  ]);
});

it("expects nothing before, between and after its deployments, nor without an interval", async () => {
  const trackerId = await newTracker(1, 3600);
  const silent = await newTracker(2, null);
  const { id: itemTypeId } = (
    await api.send("POST", "/api/v1/item-types", { studyId, name: "Bottle" })
  ).json();
  const code = (
    await api.send("POST", "/api/v1/items/batch", { studyId, itemTypeId, count: 1 })
  ).json()[0].code;
  for (const [startedAt, endedAt] of [
    ["2026-06-18T20:00:00Z", "2026-06-19T04:00:00Z"],
    ["2026-06-20T10:00:00Z", null],
  ])
    await api.send("POST", "/api/v1/deployments", {
      trackerId,
      itemCode: code,
      startedAt,
      endedAt,
    });
  expect((await days()).map(({ expected }) => expected)).toEqual([
    [4, 4, 2],
    [null, null, null],
  ]);
  expect(await days(`&trackerId=${silent}`)).toHaveLength(1);
  expect(await days("&limit=1")).toMatchObject([{ trackerId }]);
});

it("shows how each tracker would be told something, and which cannot be", async () => {
  const phone = await newTracker(1, null);
  const tracker = { studyId, protocol: "teltonika", uniqueId: "356307042441013" };
  const { id } = (await api.send("POST", "/api/v1/trackers", tracker)).json();
  const wanted = { trackerIds: [id, phone], text: "getver" };
  const shown = (await api.send("POST", "/api/v1/commands/preview", wanted)).json();
  expect(shown).toEqual([
    {
      trackerId: id,
      text: "getver",
      hex: "000000000000000e0c010500000006676574766572010000a4c2",
      reason: null,
    },
    { trackerId: phone, text: null, hex: null, reason: "http trackers take no instructions" },
  ]);
  expect((await api.get(`/api/v1/commands?studyId=${studyId}`)).json()).toEqual([]);
});
