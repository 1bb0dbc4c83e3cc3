import { RIVER } from "@zpr/testkit";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { useDatabase } from "../testing.ts";
import { writeRiver } from "./testing.ts";
import { timedTracks } from "./timed-tracks.ts";

const database = useDatabase();
const FROM = Date.parse("2026-05-02T00:30:00Z");
const COUNT = 300;
const MINUTE = 60_000;

test("a track is thinned to the first good fix of each bin, however many fixes there are", async () => {
  await writeRiver(database(), { ...RIVER, fixes: [] });
  await sql`
    insert into fix (tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude,
      tile_key, quality, flags)
    select 1, ${new Date(FROM)}::timestamptz + n * interval '1 minute', n, n, now(), 4.3 + n / 1000.0, 51.2,
      1000 + n, 0, case when n % 7 = 0 then 128 when n % 11 = 0 then 512 else 0 end
    from generate_series(0, ${COUNT - 1}::int) n`.execute(database());
  const good = Array.from({ length: COUNT }, (_, n) => n).filter((n) => n % 7 && n % 11);
  const times = good.map((n) => (FROM + n * MINUTE) / 1000);
  const from = new Date(FROM);
  const to = new Date(FROM + (COUNT - 1) * MINUTE);

  for (const most of [1000, 200, 100, 40, 10, 1]) {
    const [track] = await timedTracks(database(), { studyId: 1, from, to, most });
    const { everySeconds = 0 } = track ?? {};
    const bin = (time: number) => Math.floor(time / everySeconds);
    expect(track?.times).toEqual(
      times.filter((time, at) => at === 0 || bin(time) !== bin(times[at - 1] ?? 0)),
    );
    expect(track?.longitudes[0]).toBe(430_100);
    expect(everySeconds === 1).toBe(most === 1000);
    // One more where the first bin is cut by the beginning.
    expect(track?.times.length).toBeLessThanOrEqual(most + 1);
  }
});
