import type { PhotoName, PhotoUploads } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Photos on their way, in PostgreSQL: any process may get the next piece. */
export function postgresPhotoUploads(database: Database): PhotoUploads {
  return {
    received: (photo) => received(database, photo),

    add: (piece, at) =>
      database.transaction().execute(async (transaction) => {
        const { sightingId, n, start, total, bytes } = piece;
        // One piece of a sighting at a time.
        await transaction
          .selectFrom("sighting")
          .select("id")
          .where("id", "=", sightingId)
          .forNoKeyUpdate()
          .execute();
        if (start === 0) await discard(transaction, piece);
        const before = await received(transaction, piece);
        if (start !== before) return before;
        await transaction
          .insertInto("photo_piece")
          .values({
            sighting_id: sightingId,
            n,
            start,
            total,
            bytes: Buffer.from(bytes),
            received_at: at,
          })
          .execute();
        return before + bytes.length;
      }),

    async bytes(photo) {
      const rows = await piecesOf(database, photo).select("bytes").orderBy("start").execute();
      return Buffer.concat(rows.map((row) => row.bytes));
    },

    discard: (photo) => discard(database, photo),
  };
}

function piecesOf(database: Database, { sightingId, n }: PhotoName) {
  return database
    .selectFrom("photo_piece")
    .where("sighting_id", "=", sightingId)
    .where("n", "=", n);
}

async function received(database: Database, photo: PhotoName): Promise<number> {
  const row = await piecesOf(database, photo)
    .select(sql<number>`coalesce(sum(octet_length(bytes)), 0)`.as("bytes"))
    .executeTakeFirstOrThrow();
  return row.bytes;
}

async function discard(database: Database, { sightingId, n }: PhotoName): Promise<void> {
  await database
    .deleteFrom("photo_piece")
    .where("sighting_id", "=", sightingId)
    .where("n", "=", n)
    .execute();
}
