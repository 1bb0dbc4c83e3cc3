import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor, ExpectedVersion, WriteContext } from "@zpr/ports";
import { CompiledQuery, type DatabaseConnection } from "kysely";
import pg from "pg";

/** SQLSTATE that `count_version` raises. */
const STALE = "ZPVER";

interface Circumstances {
  readonly actor?: Actor;
  readonly expected?: ExpectedVersion;
}

const current = new AsyncLocalStorage<Circumstances>();

/** Carries who writes, and on top of what, to each connection that a store takes. */
export const postgresWriteContext: WriteContext = {
  actAs: (actor, work) => current.run({ ...current.getStore(), actor }, work),

  async expecting(expected, work) {
    try {
      return await current.run({ ...current.getStore(), expected }, work);
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === STALE) return "stale";
      throw error;
    }
  },
};

const told = new WeakMap<DatabaseConnection, string>();
const NOTHING = JSON.stringify(["", ""]);

/**
 * Tells a connection from the pool who writes with it. It costs a query only when that is another
 * than the time before, so nothing at all where nobody ever acts, as in ingest.
 */
export async function tellConnection(connection: DatabaseConnection): Promise<void> {
  const settings = settingsOf(current.getStore() ?? {});
  const text = JSON.stringify(settings);
  if ((told.get(connection) ?? NOTHING) === text) return;
  try {
    await connection.executeQuery(
      CompiledQuery.raw(
        "select set_config('zpr.actor', $1, false), set_config('zpr.expected', $2, false)",
        [...settings],
      ),
    );
    told.set(connection, text);
  } catch {
    // Only a broken connection refuses this. It refuses the query as well, whose failure gives it
    // back to the pool; a failure here would keep it for ever.
  }
}

function settingsOf({ actor, expected }: Circumstances): readonly [string, string] {
  return [
    actor ? JSON.stringify(actor) : "",
    expected ? `${expected.kind} ${expected.id} ${expected.versions.join(",")}` : "",
  ];
}
