import { sql } from "kysely";
import { expect, test } from "vitest";
import { prepared } from "./prepared.ts";
import { useDatabase } from "./testing.ts";

const database = useDatabase();

/** Texts of what a connection has prepared; asked in the same transaction, so on the same one. */
function preparedBy(work: (transaction: ReturnType<typeof database>) => Promise<unknown>) {
  return database()
    .transaction()
    .execute(async (transaction) => {
      await prepared(() => work(transaction));
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements`.execute(transaction);
      return rows.map(({ statement }) => statement);
    });
}

test("what is done over and over is prepared once, by its text", async () => {
  const find = (code: string) => sql`select id as found_by_code from item where code = ${code}`;
  const statements = await preparedBy(async (transaction) => {
    for (const code of ["000000", "000011", "000022"]) await find(code).execute(transaction);
  });
  expect(statements.filter((text) => text.includes("found_by_code"))).toHaveLength(1);
});

test("a statement outlives a column that a newer version adds, whether it names columns or not", async () => {
  await sql`create table if not exists grows (id integer)`.execute(database());
  await sql`insert into grows values (1)`.execute(database());
  const read = (what: string) =>
    prepared(async () => {
      const { rows } = await sql.raw(`select ${what} from grows where id > 0`).execute(database());
      return rows;
    });
  try {
    for (const what of ["*", "grows.*", "id"]) expect(await read(what)).toEqual([{ id: 1 }]);
    await sql`alter table grows add column more integer`.execute(database());
    expect(await read("*")).toEqual([{ id: 1, more: null }]);
    expect(await read("grows.*")).toEqual([{ id: 1, more: null }]);
    expect(await read("id")).toEqual([{ id: 1 }]);
  } finally {
    await sql`drop table grows`.execute(database());
  }
});

test("what is asked once is not prepared", async () => {
  const once = (place: number) => sql`select ${place}::int as asked_once`;
  const statements = await database()
    .transaction()
    .execute(async (transaction) => {
      await once(1).execute(transaction);
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements`.execute(transaction);
      return rows.map(({ statement }) => statement);
    });
  expect(statements.filter((text) => text.includes("asked_once"))).toEqual([]);
});

test("a transaction that fails leaves nothing, and its connection goes on", async () => {
  const study = (name: string) => sql`
    insert into study (name, description, simulated, public) values (${name}, '', false, true)`;
  const failed = prepared(() =>
    database()
      .transaction()
      .execute(async (transaction) => {
        await study("lost").execute(transaction);
        await study("\0").execute(transaction);
      }),
  );
  await expect(failed).rejects.toThrow();
  await prepared(() => study("kept").execute(database()));
  const { rows } = await sql`select name from study`.execute(database());
  expect(rows).toEqual([{ name: "kept" }]);
});
