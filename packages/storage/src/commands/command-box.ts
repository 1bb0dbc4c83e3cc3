import type { CommandBox, CommandStatus } from "@zpr/ports";
import type { Database, DatabaseAddress } from "../database.ts";
import { listenToDatabase } from "../notifications.ts";
import { keepEcho } from "./command-echo.ts";
import { commandIndex } from "./command-index.ts";
import { type Change, COMMAND_CHANNEL, endExpired, openKeys } from "./command-steps.ts";
import { expectEcho, handOver, putBack, takeNext } from "./command-taking.ts";

/** A change of an instruction, for those who watch. */
export interface CommandChange {
  readonly studyId: number;
  readonly trackerId: number;
  readonly commandId: number;
  readonly status: CommandStatus;
}

export interface PostgresCommandBox extends CommandBox {
  close(): Promise<void>;
}

/** A bell that was not heard is made up for so often. */
const REFRESH_MILLISECONDS = 30_000;

/**
 * The command box in PostgreSQL. Which trackers may have something waiting is kept in memory and
 * told by NOTIFY, from whichever process queued it.
 */
export function postgresCommandBox(
  database: Database,
  address: DatabaseAddress,
  changed: (change: CommandChange) => void,
): PostgresCommandBox {
  const index = commandIndex();
  const tell = (changes: readonly Change[]) => {
    for (const { id, study_id, tracker_id, status } of changes)
      changed({ commandId: id, studyId: study_id, trackerId: tracker_id, status });
  };
  async function refresh(): Promise<void> {
    tell(await endExpired(database));
    index.replace(await openKeys(database));
  }
  // The database may be away for a while; the next turn makes up for it.
  const quietly = () => void refresh().catch(() => undefined);
  const notifications = listenToDatabase(address, {
    channel: COMMAND_CHANNEL,
    heard: index.add,
    began: quietly,
  });
  const timer = setInterval(quietly, REFRESH_MILLISECONDS);
  timer.unref();

  return {
    mayHave: index.has,
    whenQueued: index.whenQueued,
    whenAnyQueued: index.whenAnyQueued,

    take: (tracker, connection, say) =>
      index.checked(tracker, async () => {
        const { taken, changes } = await takeNext(database, { tracker, connection, say });
        tell(changes);
        return taken;
      }),

    async answered(tracker, connection, echo) {
      const { id, change } = await keepEcho(database, { tracker, connection, echo });
      if (change) tell([change]);
      return id;
    },

    expects: (id, key) => expectEcho(database, id, key),

    handedOver: (id, handed) => handOver(database, id, handed),

    async unanswered(id, note, again) {
      const change = await putBack(database, id, { note, again });
      if (change) tell([change]);
    },

    async close() {
      clearInterval(timer);
      await notifications.close();
    },
  };
}
