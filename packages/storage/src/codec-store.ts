import type { AssignedCodec, Codec, CodecStore, CodecSummary } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";

const SUMMARY = [
  "id",
  "study_id",
  "name",
  "hash",
  "mapping",
  "functions",
  "created_at",
  "created_by",
] as const;

/** Payload codecs in PostgreSQL. */
export function postgresCodecStore(database: Database): CodecStore {
  return {
    async list(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("codec")
        .select(SUMMARY)
        .where(({ eb, ref }) => eb.and([eb("id", ">", after), inStudies(ref("study_id"), scope)]))
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toSummary);
    },

    async find(id) {
      const query = database.selectFrom("codec").selectAll().where("id", "=", id);
      const row = await query.executeTakeFirst();
      return row && toCodec(row);
    },

    async create({ studyId, name, hash, source, mapping, functions, createdBy }) {
      await database
        .insertInto("codec")
        .values({
          study_id: studyId,
          name,
          hash,
          source,
          mapping: JSON.stringify(mapping),
          functions: [...functions],
          created_by: createdBy,
        })
        .onConflict((conflict) => conflict.columns(["study_id", "hash"]).doNothing())
        .execute();
      const row = await database
        .selectFrom("codec")
        .selectAll()
        .where("study_id", "=", studyId)
        .where("hash", "=", hash)
        .executeTakeFirstOrThrow();
      return row.name === name ? toCodec(row) : undefined;
    },

    assigned: (senders) => readAssigned(database, senders),
  };
}

/** The codecs of these senders' trackers, by `protocol uniqueId`; nothing is locked. */
export async function readAssigned(
  database: Database,
  senders: Parameters<CodecStore["assigned"]>[0],
): Promise<ReadonlyMap<string, AssignedCodec>> {
  if (senders.length === 0) return new Map();
  const rows = await database
    .selectFrom("tracker")
    .innerJoin("codec", "codec.id", "tracker.codec_id")
    .select(["protocol", "unique_id", "settings", "codec.id", "source", "mapping", "functions"])
    .where(
      sql<boolean>`(protocol, unique_id) in (select * from unnest(
        ${senders.map((sender) => sender.protocol)}::text[],
        ${senders.map((sender) => sender.uniqueId)}::text[]
      ))`,
    )
    .execute();
  return new Map(
    rows.map(({ protocol, unique_id: uniqueId, settings, ...codec }) => [
      `${protocol} ${uniqueId}`,
      { ...codec, variables: variablesIn(settings) },
    ]),
  );
}

function variablesIn({ codecVariables: variables }: Readonly<Record<string, unknown>>) {
  return typeof variables === "object" && variables !== null ? { ...variables } : {};
}

function toCodec(row: Selectable<Tables["codec"]>): Codec {
  return { ...toSummary(row), source: row.source };
}

function toSummary(row: Omit<Selectable<Tables["codec"]>, "source">): CodecSummary {
  return {
    id: row.id,
    studyId: row.study_id,
    name: row.name,
    hash: row.hash,
    mapping: row.mapping,
    functions: row.functions,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
