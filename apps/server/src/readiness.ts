import type { RawCarrier } from "@zpr/ports";
import { type Database, ping } from "@zpr/storage";

export interface Readiness {
  /** Resolves when everything this process needs answers; otherwise says what does not. */
  readonly ready: () => Promise<void>;
  /** What does not work as it should, although the process does. */
  readonly degraded: () => Promise<readonly string[]>;
}

export interface ReadinessParts {
  readonly database: Database;
  readonly carrier: RawCarrier | undefined;
  readonly degraded: () => readonly string[];
}

/**
 * Whether a process can be used. One that serves people is of use without the engine that carries raw
 * messages; for trackers, and for who records what they sent, nothing works without it.
 */
export function readiness(
  { database, carrier, degraded }: ReadinessParts,
  servesPeople: boolean,
): Readiness {
  const reach = async () => carrier?.ping();
  if (!servesPeople)
    return {
      ready: async () => {
        await Promise.all([ping(database), reach()]);
      },
      degraded: async () => degraded(),
    };
  return {
    ready: () => ping(database),
    degraded: async () => {
      const away = await reach().then(
        () => [],
        (error: unknown) => [`nothing can be taken from trackers: ${error}`],
      );
      return [...degraded(), ...away];
    },
  };
}
