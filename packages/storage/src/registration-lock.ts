import { sql } from "kysely";
import type { Database } from "./database.ts";

/** A number of our own for PostgreSQL's advisory locks. */
const REGISTRATION = 7_206_105;

/**
 * Held by each batch of ingest until it commits, so that no batch finds a sender unknown while the
 * sender is being registered: its messages would be neither recorded by the one nor queued by the other.
 */
export async function shareWithRegistration(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${REGISTRATION}::bigint)`.execute(transaction);
}

/** Waits until no batch of ingest is under way, and keeps new ones waiting until the transaction ends. */
export async function lockForRegistration(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${REGISTRATION}::bigint)`.execute(transaction);
}
