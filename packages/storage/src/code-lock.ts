import { sql } from "kysely";
import type { Database } from "./database.ts";

/** A number of our own for PostgreSQL's advisory locks. */
const CODES = 7_206_106;

/**
 * Held until the transaction ends by whoever makes items, and by whoever keeps a report of a code
 * that belongs to none: so a report either finds its item or is found by it.
 */
export async function lockCodes(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CODES}::bigint)`.execute(transaction);
}
