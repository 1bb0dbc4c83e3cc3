import type { FixBatch } from "@zpr/ports";
import { sql } from "kysely";
import { readAssigned } from "../codec-store.ts";
import type { Database } from "../database.ts";
import { markJourneys } from "../journey-marks.ts";
import { insertFixes } from "./fix-insert.ts";
import type { FixMonths } from "./fix-months.ts";
import { readNeighbours, reflag } from "./fix-neighbours.ts";
import { lockTrackers, readSettings } from "./known-trackers.ts";
import { pinCodecs } from "./raw-codecs.ts";
import { forgetProblems, keepProblems } from "./raw-problems.ts";
import { noteHeard, noteUnknown } from "./tracker-news.ts";

/** One transaction of ingest in PostgreSQL. */
export function fixBatch(transaction: Database, months: FixMonths): FixBatch {
  return {
    settings: (senders) => readSettings(transaction, senders),
    codecs: (senders) => readAssigned(transaction, senders),
    openMonths: months,
    trackers: (senders) => lockTrackers(transaction, senders),
    neighbours: (windows, rim) => readNeighbours(transaction, windows, rim),
    insert: (rows) => insertFixes(transaction, rows),
    reflag: (places) => reflag(transaction, places),
    heard: (news) => noteHeard(transaction, news),
    journeysChanged: (changes) => markJourneys(transaction, changes),
    unknown: (callers) => noteUnknown(transaction, callers),
    pinCodecs: (pins) => pinCodecs(transaction, pins),
    undecodable: (problems) => keepProblems(transaction, problems),
    putBack: (rawMessageIds) => putBack(transaction, rawMessageIds),
    decoded: (rawMessageIds) => forgetProblems(transaction, rawMessageIds),
  };
}

/** Leaves messages waiting for whoever takes next. */
export async function putBack(
  transaction: Database,
  rawMessageIds: readonly number[],
): Promise<void> {
  if (rawMessageIds.length === 0) return;
  await sql`
    insert into raw_pending (raw_message_id) select * from unnest(${rawMessageIds}::bigint[])
    on conflict do nothing`.execute(transaction);
}
