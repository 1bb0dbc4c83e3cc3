import type { RawCarrier } from "@zpr/ports";
import { type Database, ping } from "@zpr/storage";

/** Who asks how we are does not wait for long; what stands still does not answer at all. */
const ANSWER_MILLISECONDS = 3_000;

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
  const reachDatabase = () => inTime("the database", ping(database));
  const reach = () => inTime("the raw log", Promise.resolve(carrier?.ping()));
  if (!servesPeople)
    return {
      ready: async () => {
        await Promise.all([reachDatabase(), reach()]);
      },
      degraded: async () => degraded(),
    };
  return {
    ready: reachDatabase,
    degraded: async () => {
      const away = await reach().then(
        () => [],
        (error: unknown) => [`nothing can be taken from trackers: ${error}`],
      );
      return [...degraded(), ...away];
    },
  };
}

async function inTime(what: string, answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const say = () => reject(new Error(`${what} does not answer`));
    timer = setTimeout(say, ANSWER_MILLISECONDS);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
