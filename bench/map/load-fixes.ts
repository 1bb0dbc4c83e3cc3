import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { itemCodeFromNumber } from "@zpr/model";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { drifterLines } from "./drifters.ts";

const CHUNK_LINES = 10_000;
const HOUR = 3_600_000;
const COLUMNS =
  "tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude, tile_key, quality, flags";

export interface Load {
  readonly fixes: number;
  readonly trackers: number;
  /** When the last fix is; milliseconds since 1970. */
  readonly until: number;
}

/** Writes a study of drifters by COPY, through the triggers of the schema; tells how far it is. */
export async function loadFixes(
  client: pg.Client,
  load: Load,
  onProgress: (fixes: number) => void,
): Promise<void> {
  await writeStudy(client, load);
  const lines = drifterLines(load.fixes, load.trackers, load.until);
  for (let loaded = 0; loaded < load.fixes; ) {
    const chunk = take(lines, CHUNK_LINES);
    await pipeline(
      Readable.from([chunk.text]),
      client.query(copyFrom(`copy fix (${COLUMNS}) from stdin`)),
    );
    loaded += chunk.count;
    onProgress(loaded);
  }
  await client.query("analyze");
}

function take(lines: Generator<string>, most: number) {
  let text = "";
  let count = 0;
  for (; count < most; count++) {
    const { value, done } = lines.next();
    if (done) break;
    text += value;
  }
  return { text, count };
}

async function writeStudy(client: pg.Client, { fixes, trackers, until }: Load): Promise<void> {
  const start = new Date(until - (Math.ceil(fixes / trackers) + 1) * HOUR);
  await client.query("insert into study (name, simulated) values ('Scheldt (bench)', true)");
  await client.query("insert into item_type (study_id, name) values (1, 'PET bottle')");
  await client.query(
    "insert into release (study_id, place, longitude, latitude, released_at) values (1, 'Melle', 3.8, 51, $1)",
    [start],
  );
  const codes = Array.from({ length: trackers }, (_, number) => itemCodeFromNumber(number));
  await client.query(
    "insert into item (study_id, item_type_id, release_id, code) select 1, 1, 1, * from unnest($1::text[])",
    [codes],
  );
  await client.query(
    "insert into tracker (study_id, protocol, unique_id, name, interval_seconds) select 1, 'http', n, 'Drifter ' || n, 3600 from generate_series(1, $1::int) n",
    [trackers],
  );
  await client.query(
    "insert into deployment (tracker_id, item_id, started_at) select n, n, $1 from generate_series(1, $2::int) n",
    [start, trackers],
  );
  for (let month = monthOf(start); month <= new Date(until); month = monthOf(month, 1))
    await client.query(
      `create table fix_${month.toISOString().slice(0, 7).replace("-", "_")} partition of fix
       for values from ('${month.toISOString()}') to ('${monthOf(month, 1).toISOString()}')`,
    );
}

function monthOf(time: Date, later = 0): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + later));
}
