import { setTimeout as pause } from "node:timers/promises";
import { type EventReader, readEvents } from "../event-stream.ts";
import { patiently } from "./patient.ts";

const REST_MILLISECONDS = 300;

/** People and programs that look at maps, features and journeys, and follow live events. */
export interface Readers {
  readonly events: EventReader;
  stop(): Promise<void>;
}

export interface ReadersOptions {
  readonly url: string;
  readonly key: string;
  readonly codes: readonly string[];
  readonly refusals: string[];
}

export function keepReading({ url, key, codes, refusals }: ReadersOptions): Readers {
  const stopping = new AbortController();
  const member = { authorization: `Bearer ${key}` };
  const [code] = codes;
  const looks = [
    { path: "/tiles/fixes/10/524/341.mvt", headers: member },
    { path: "/tiles/sightings/8/131/85.mvt" },
    { path: "/ogc/collections/fixes/items?limit=50&bbox=4,51,5,52", headers: member },
    { path: "/ogc/collections/journeys/items?limit=50" },
    { path: `/api/v1/items/${code}` },
    { path: `/api/v1/items/${code}/journey` },
    { path: "/api/v1/fixes?limit=100", headers: member },
    { path: "/api/v1/trackers", headers: member },
  ];
  const reading = Promise.all(
    looks.map(async ({ path, headers = {} }) => {
      while (!stopping.signal.aborted) {
        const answer = await patiently(`${url}${path}`, { headers }, refusals);
        // A process may die in the middle of its answer; whoever reads asks again.
        await answer.arrayBuffer().catch(() => undefined);
        await pause(REST_MILLISECONDS);
      }
    }),
  );
  const events = readEvents(url, key);
  return {
    events,
    async stop() {
      stopping.abort();
      await reading;
      await events.stop();
    },
  };
}
