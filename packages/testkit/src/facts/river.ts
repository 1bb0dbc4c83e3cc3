import { flagBits, itemCodeFromNumber, type Position } from "@zpr/model";

/** Stored things as plain data, for an adapter's test to write in its own way. Ids count from 1 in each list. */
export interface RiverFacts {
  readonly studies: readonly {
    readonly name: string;
    readonly public: boolean;
    readonly publicDelayHours: number;
    readonly simulated: boolean;
  }[];
  readonly releases: readonly {
    readonly studyId: number;
    readonly place: string;
    readonly position: Position;
    readonly releasedAt: Date;
  }[];
  /** Of the only item type of their study: a PET bottle. */
  readonly items: readonly {
    readonly studyId: number;
    readonly code: string;
    readonly releaseId: number | null;
    readonly note: string;
  }[];
  readonly trackers: readonly { readonly studyId: number }[];
  readonly deployments: readonly {
    readonly trackerId: number;
    readonly itemId: number;
    readonly startedAt: Date;
    readonly endedAt: Date | null;
  }[];
  readonly fixes: readonly {
    readonly trackerId: number;
    readonly time: Date;
    readonly position: Position | null;
    readonly flags: number;
  }[];
  readonly sightings: readonly {
    readonly id: string;
    readonly itemId: number;
    readonly seenAt: Date;
    readonly position: Position | null;
    readonly note: string;
  }[];
  /** What the journey keeper has found. */
  readonly journeys: readonly {
    readonly itemId: number;
    readonly lastAt: Date;
    readonly lastPosition: Position;
    readonly lastEvidence: "release" | "fix" | "sighting";
    readonly travelledMetres: number;
  }[];
}

/** The moment at which the facts below are looked at. */
export const NOW = new Date("2026-05-10T12:00:00Z");

export const BOTTLE = itemCodeFromNumber(1);
export const FOUND = itemCodeFromNumber(2);
const NOWHERE = itemCodeFromNumber(3);
export const DELAYED = itemCodeFromNumber(4);
export const SECRET = itemCodeFromNumber(5);

/** The only note a finder left in public waters. */
export const NOTE = "under the jetty";

/**
 * Three studies. The open one (1) has a bottle with a tracker, an item that was found, and one that is
 * nowhere; the slow one (2) publishes a day late; the closed one (3) drifts on another river.
 */
export const RIVER: RiverFacts = {
  studies: [
    { name: "open", public: true, publicDelayHours: 0, simulated: true },
    { name: "slow", public: true, publicDelayHours: 24, simulated: false },
    { name: "closed", public: false, publicDelayHours: 0, simulated: false },
  ],
  releases: [
    { studyId: 1, place: "Wintam", position: [4.3, 51.1], releasedAt: at("05-01T08:00") },
    { studyId: 2, place: "Melle", position: [3.8, 51], releasedAt: at("05-07T08:00") },
    { studyId: 3, place: "Basel", position: [7.6, 47.5], releasedAt: at("05-07T08:00") },
  ],
  items: [
    { studyId: 1, code: BOTTLE, releaseId: 1, note: "lid on" },
    { studyId: 1, code: FOUND, releaseId: 1, note: "" },
    { studyId: 1, code: NOWHERE, releaseId: null, note: "" },
    { studyId: 2, code: DELAYED, releaseId: 2, note: "" },
    { studyId: 3, code: SECRET, releaseId: 3, note: "" },
  ],
  trackers: [{ studyId: 1 }, { studyId: 2 }, { studyId: 3 }],
  deployments: [
    { trackerId: 1, itemId: 1, startedAt: at("05-01T08:00"), endedAt: at("05-05T00:00") },
    { trackerId: 2, itemId: 4, startedAt: at("05-07T08:00"), endedAt: null },
    { trackerId: 3, itemId: 5, startedAt: at("05-07T08:00"), endedAt: null },
  ],
  fixes: [
    {
      trackerId: 1,
      time: at("04-30T09:00"),
      position: [4.39, 51.21],
      flags: flagBits(["before-deployment"]),
    },
    { trackerId: 1, time: at("05-01T09:00"), position: [4.31, 51.11], flags: 0 },
    { trackerId: 1, time: at("05-01T10:00"), position: [4.9, 52], flags: flagBits(["spike"]) },
    { trackerId: 1, time: at("05-01T11:00"), position: null, flags: flagBits(["no-fix"]) },
    { trackerId: 1, time: at("05-02T09:00"), position: [4.32, 51.12], flags: flagBits(["late"]) },
    { trackerId: 1, time: at("05-03T09:00"), position: [4.4, 51.22], flags: 0 },
    {
      trackerId: 1,
      time: at("05-06T09:00"),
      position: [4.41, 51.23],
      flags: flagBits(["after-retrieval"]),
    },
    { trackerId: 2, time: at("05-08T09:00"), position: [3.81, 51.01], flags: 0 },
    { trackerId: 2, time: at("05-09T09:00"), position: [3.82, 51.01], flags: 0 },
    { trackerId: 2, time: at("05-10T10:00"), position: [3.9, 51.02], flags: 0 },
    { trackerId: 3, time: at("05-08T09:00"), position: [7.6, 47.6], flags: 0 },
    { trackerId: 3, time: at("05-09T09:00"), position: [7.6, 47.7], flags: 0 },
  ],
  sightings: [
    { id: uuid(1), itemId: 2, seenAt: at("05-04T15:00"), position: [4.35, 51.15], note: NOTE },
    { id: uuid(2), itemId: 2, seenAt: at("05-05T15:00"), position: null, note: "" },
    { id: uuid(3), itemId: 1, seenAt: at("05-06T15:00"), position: [4.37, 51.2], note: "" },
    { id: uuid(4), itemId: 5, seenAt: at("05-09T15:00"), position: [7.61, 47.7], note: "" },
  ],
  journeys: [
    journey(1, "sighting", { lastAt: at("05-06T15:00"), lastPosition: [4.37, 51.2] }),
    journey(2, "sighting", { lastAt: at("05-04T15:00"), lastPosition: [4.35, 51.15] }),
    journey(4, "fix", { lastAt: at("05-10T10:00"), lastPosition: [3.9, 51.02] }),
    journey(5, "sighting", { lastAt: at("05-09T15:00"), lastPosition: [7.61, 47.7] }),
  ],
};

/** The same, with a place of the bottle that a network told between two fixes. */
export const WITH_NETWORK: RiverFacts = {
  ...RIVER,
  fixes: [
    ...RIVER.fixes,
    {
      trackerId: 1,
      time: at("05-02T10:00"),
      position: [4.35, 51.16],
      flags: flagBits(["network"]),
    },
  ],
};

/** An instant of the year 2026, UTC. */
export function at(text: string): Date {
  return new Date(`2026-${text}:00Z`);
}

function uuid(number: number): string {
  return `00000000-0000-4000-8000-00000000000${number}`;
}

function journey(
  itemId: number,
  lastEvidence: "fix" | "sighting",
  last: { readonly lastAt: Date; readonly lastPosition: Position },
) {
  return { itemId, lastEvidence, travelledMetres: 1234, ...last };
}
