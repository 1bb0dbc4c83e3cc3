import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run, useServer } from "./running-server.ts";

const server = useServer();
let folder: string;

/** Two recorded drifters: repeated rows, a wild one, and one without a place. Made for this test. */
const RECORDED = `drifter,when,latitude,longitude
A,20-Apr-2023 10:00:00,54.3300,10.1500
A,20-Apr-2023 11:00:00,54.3320,10.1540
A,20-Apr-2023 11:00:00,54.3320,10.1540
A,20-Apr-2023 12:00:00,56.3340,10.1580
A,20-Apr-2023 13:00:00,54.3360,10.1620
B,20-Apr-2023 10:05:00,54.4000,10.2000
B,20-Apr-2023 11:05:00,NaN,NaN
B,20-Apr-2023 12:05:00,54.4020,10.2040
A,20-Apr-2023 14:00:00,54.3380,10.1660
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-csv-"));
  await writeFile(join(folder, "drifters.csv"), RECORDED);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Fix {
  readonly trackerId: number;
  readonly time: string;
  readonly flags: readonly string[];
  readonly rawMessageId: number;
}

function replay(): Promise<string> {
  const { url, teltonikaPort, key } = server();
  const map =
    "tracker=drifter,time=when,lat=latitude,lon=longitude,timeFormat=DD-Mon-YYYY hh:mm:ss";
  const places = ["--api", url, "--gateway", `127.0.0.1:${teltonikaPort}`, "--key", key];
  const file = ["--study", "Recorded", "--csv", join(folder, "drifters.csv"), "--map", map];
  return run(["simulate", ...places, ...file], {});
}

test("recorded drifters become fixes once, bad ones flagged, however often they are replayed", async () => {
  expect(await replay()).toContain(
    "9 rows of 2 trackers: 8 records acknowledged, 7 distinct fixes, 1 rows not sent",
  );
  const fixes = () => server().call<Fix[]>("GET", "/api/v1/fixes?limit=1000");
  await expect.poll(async () => (await fixes()).length).toBe(7);
  const first = await fixes();
  expect(first.filter(({ flags }) => flags.includes("spike")).map(({ time }) => time)).toEqual([
    "2023-04-20T12:00:00.000Z",
  ]);
  for (const { rawMessageId } of first)
    expect(await server().call("GET", `/api/v1/raw-messages/${rawMessageId}`)).toMatchObject({
      outcome: "decoded",
    });

  await replay();
  await expect
    .poll(async () => (await server().call<unknown[]>("GET", "/api/v1/raw-messages")).length)
    .toBeGreaterThan(2);
  expect(await fixes()).toEqual(first);
});
