import type { FixRow } from "@zpr/ports";
import { protocols } from "@zpr/protocols";
import type { Database } from "@zpr/storage";
import { rowsOf } from "../packages/ingest/src/rows.ts";
import { insertFixes } from "../packages/storage/src/ingest/fix-insert.ts";
import { fixMonths } from "../packages/storage/src/ingest/fix-months.ts";
import { imeiOf, packetsOf } from "./packets.ts";

const BATCH_ROWS = 2000;

/** Rows as ingest makes them of the packets of many trackers, and in that order, but under other tracker ids. */
export function rowsLike({
  connections,
  recordsPerPacket,
  startMilliseconds,
  rows,
  firstTrackerId,
}: {
  readonly connections: number;
  readonly recordsPerPacket: number;
  readonly startMilliseconds: number;
  readonly rows: number;
  readonly firstTrackerId: number;
}): readonly FixRow[] {
  const [teltonika] = protocols;
  const senders = Array.from({ length: connections }, (_, number) => ({
    next: packetsOf(recordsPerPacket, startMilliseconds),
    sender: { protocol: "teltonika", uniqueId: imeiOf(number) },
    tracker: {
      id: firstTrackerId + number,
      studyId: 1,
      lastFixTime: null,
      tail: null,
      deployments: [],
    },
  }));
  const made: FixRow[] = [];
  for (let id = 1; made.length < rows; id++) {
    const { next, sender, tracker } = senders[id % connections] ?? never();
    const bytes = next();
    const about = { transport: "tcp", receivedAt: new Date(), context: null } as const;
    const decoded = teltonika?.decode(bytes, { ...about, settings: {} });
    if (!decoded?.ok) throw new Error("the benchmark made a packet that cannot be read");
    const message = { ...sender, ...about, id, bytes };
    made.push(...rowsOf([{ message, sender, records: decoded.records }], tracker));
  }
  return made;
}

function never(): never {
  throw new Error("no senders");
}

/** Rows a second of nothing but the insert, in batches on some connections at once. */
export async function bareInsertRate(
  database: Database,
  rows: readonly FixRow[],
  connections: number,
): Promise<number> {
  await fixMonths(database)(rows.map((row) => row.time));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < rows.length) {
        const batch = rows.slice(next, next + BATCH_ROWS);
        next += BATCH_ROWS;
        await database.transaction().execute((transaction) => insertFixes(transaction, batch));
      }
    }),
  );
  return (rows.length / (performance.now() - began)) * 1000;
}
