/** Plays simulated events into a running server through its real doors: frames over TCP, reports over HTTP. */
import { setTimeout as pause } from "node:timers/promises";
import type { Imei } from "@zpr/model";
import { inLanes } from "./in-lanes.ts";
import { type RestClient, restClient } from "./rest-client.ts";
import type { SimulatedEvent } from "./simulation.ts";
import { type LinkOptions, TrackerLink } from "./tracker-link.ts";
import type { GatewayAddress } from "./wire.ts";

/** What to play, and where to. */
export interface Play {
  readonly events: readonly SimulatedEvent[];
  readonly gateway: GatewayAddress;
  /** For example `http://localhost:8080`. Without it no finder reports anything. */
  readonly apiUrl?: string;
  readonly onProgress?: (progress: PlayProgress) => void;
  /** What kind of trackers they are, and how they call. */
  readonly link?: LinkOptions;
  /** How long a tracker stays on the line when it has said all, for instructions that wait for it. */
  readonly lingerMilliseconds?: number;
}

/** How far it has come, in events. */
interface PlayProgress {
  readonly done: number;
  readonly total: number;
}

/** What reached the server. */
interface PlayCounts {
  readonly acknowledged: number;
  readonly reports: number;
  /** What did not arrive, and why; empty when all went well. */
  readonly failures: readonly string[];
}

const TRACKERS_AT_ONCE = 12;
const REPORTS_AT_ONCE = 4;

type Packet = Extract<SimulatedEvent, { kind: "packet" }>;
type Sighting = Extract<SimulatedEvent, { kind: "sighting" }>;

/** Sends everything as fast as the server takes it; each tracker's records in order on its own line. */
export async function playEvents(play: Play): Promise<PlayCounts> {
  const failures: string[] = [];
  const packets = packetsByTracker(play.events);
  const reports = play.apiUrl ? play.events.filter(isSighting) : [];
  const total = reports.length + packets.reduce((sum, { events }) => sum + events.length, 0);
  let done = 0;
  let acknowledged = 0;
  let reported = 0;

  await Promise.all([
    inLanes(packets, TRACKERS_AT_ONCE, async ({ imei, events }) => {
      // Read the sum only after the wait: other lanes add to it meanwhile.
      const taken = await deliver(new TrackerLink(play.gateway, imei, play.link), events);
      acknowledged += taken;
    }),
    inLanes(reports, REPORTS_AT_ONCE, async (sighting) => {
      const taken = await noting(report(restClient({ url: play.apiUrl ?? "" }), sighting));
      reported += taken;
      step();
    }),
  ]);
  return { acknowledged, reports: reported, failures };

  async function deliver(link: TrackerLink, events: readonly Packet[]): Promise<number> {
    for (const { records } of events) {
      const arrived = await noting(link.send(records).then(() => 1));
      step();
      if (!arrived) break;
    }
    if (play.lingerMilliseconds) await pause(play.lingerMilliseconds);
    link.close();
    return link.acknowledged;
  }

  function step(): void {
    play.onProgress?.({ done: ++done, total });
  }

  async function noting(attempt: Promise<number>): Promise<number> {
    try {
      return await attempt;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
      return 0;
    }
  }
}

async function report(client: RestClient, { code, report: body }: Sighting): Promise<number> {
  await client.post(`items/${code}/sightings`, body);
  return 1;
}

function packetsByTracker(
  events: readonly SimulatedEvent[],
): readonly { readonly imei: Imei; readonly events: readonly Packet[] }[] {
  const byTracker = new Map<Imei, Packet[]>();
  for (const event of events) {
    if (event.kind !== "packet") continue;
    const before = byTracker.get(event.imei);
    if (before) before.push(event);
    else byTracker.set(event.imei, [event]);
  }
  return [...byTracker].map(([imei, own]) => ({ imei, events: own }));
}

function isSighting(event: SimulatedEvent): event is Sighting {
  return event.kind === "sighting";
}
