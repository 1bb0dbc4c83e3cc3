import {
  type Database,
  postgresItemStore,
  postgresReleaseStore,
  postgresTrackerStore,
} from "@zpr/storage";
import type { ImportPorts } from "./import-ports.ts";

/** Ports of imports on a database. */
export function importPorts(database: Database): ImportPorts {
  return {
    itemStore: postgresItemStore(database),
    releaseStore: postgresReleaseStore(database),
    trackerStore: postgresTrackerStore(database),
  };
}
