import type { Config } from "../config.ts";
import type { Finding } from "./finding.ts";
import { lookAtDatabase } from "./look-at-database.ts";
import { lookAtDoors } from "./look-at-doors.ts";
import { lookAtEngines } from "./look-at-engines.ts";
import { lookAtCache, lookAtFolder, lookAtMail } from "./look-at-services.ts";

/** Looks at everything that zpr depends on, in the order in which it is needed; changes nothing. */
export async function examine(config: Config, now: Date): Promise<readonly Finding[]> {
  const parts = await Promise.all([
    lookAtFolder(config).then((one) => [one]),
    lookAtDatabase(config, now),
    lookAtCache(config).then((one) => [one]),
    lookAtEngines(config),
    lookAtMail(config).then((one) => [one]),
    lookAtDoors(config),
  ]);
  return parts.flat();
}
