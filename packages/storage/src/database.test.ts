import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type Database, migrate } from "./database.ts";
import { useBoth } from "./testing.ts";

const both = useBoth();
const database = () => both().database;
/** Whose connections break; those of others are not to be among them a moment later. */
let fragile: Database;
beforeEach(() => {
  fragile = connect(both().address);
});
afterEach(() => fragile.destroy());

test("a connection that breaks is an error of the work on it, and the next work gets another", async () => {
  const broken = fragile.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
      transaction,
    );
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(database());
    await sql`select 1`.execute(transaction);
  });
  await expect(broken).rejects.toThrow();
  await sql`select 1`.execute(fragile);
});

test("a query whose connection breaks is an error", async () => {
  const broken = expect(sql`select pg_sleep(60)`.execute(fragile)).rejects.toThrow(
    "terminating connection",
  );
  await expect
    .poll(async () => {
      const { rows } = await sql<{ ended: boolean }>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity
        where query like 'select pg_sleep%'`.execute(database());
      return rows.length;
    })
    .toBe(1);
  await broken;
});

test("a version that starts again after a newer one has migrated leaves the schema as it is", async () => {
  const name = "9999-of-a-newer-version";
  const row = sql`insert into kysely_migration (name, timestamp) values (${name}, now()::text)`;
  await row.execute(database());
  await expect(migrate(database())).resolves.toEqual([]);
  await sql`delete from kysely_migration where name = ${name}`.execute(database());
});
