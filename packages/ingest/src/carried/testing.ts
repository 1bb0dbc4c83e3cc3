import type { RawCarrier } from "@zpr/ports";
import { type Database, postgresFixLog } from "@zpr/storage";
import type { Taker } from "@zpr/testkit";
import { takeDelivery } from "../ingest-carried.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Takes what waits in the raw log's own queue, else what is carried; fails as its work does. */
export function takerOf(carrier: RawCarrier, database: Database): Taker {
  const fixLog = postgresFixLog(database);
  return {
    async take(limit, work) {
      const waiting = await fixLog.take(limit, work);
      if (waiting !== undefined) return waiting;
      const delivery = await carrier.pull(limit);
      if (!delivery) return undefined;
      let failure: unknown;
      const outcome = await takeDelivery(
        delivery,
        (messages, batch) =>
          work(messages, batch).catch((error) => {
            failure = error;
            throw error;
          }),
        { fixLog, log },
      );
      if (failure !== undefined) throw failure;
      return outcome;
    },
  };
}
