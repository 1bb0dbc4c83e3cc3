import type { Episode, EpisodeRules, EpisodeState, Position, RiverPlace } from "@zpr/model";
import type { RiverMap } from "../rivers/river-map.ts";
import type { Speeds } from "./speeds.ts";

/** By what episodes are told apart. */
export interface EpisodeGround {
  readonly rules: EpisodeRules;
  readonly river: RiverMap;
}

/** Where an item was; `at` in milliseconds since 1970. */
export interface Spot {
  readonly at: number;
  readonly position: Position;
  readonly place: RiverPlace | null;
  readonly isFix: boolean;
}

/** An item that lies still: a bounded sample of where, and what may be noise. */
export interface Still {
  readonly sample: readonly Position[];
  /** Median longitude and median latitude of the sample. */
  readonly middle: Position;
  readonly count: number;
  /** Every so manieth spot is in the sample. */
  readonly stride: number;
  /** When it was last seen at its place. */
  readonly insideAt: number;
  /** A spot beyond, which the next one will explain. */
  readonly pending: readonly Spot[];
}

/** The episode that goes on. */
export interface OpenEpisode {
  readonly state: Exclude<EpisodeState, "silent">;
  readonly startedAt: number;
  readonly first: Spot | null;
  readonly last: Spot | null;
  readonly fixCount: number;
  readonly travelledMetres: number;
  /** Where the last step that was longer than noise ended. */
  readonly anchor: Pick<Spot, "at" | "position"> | null;
  readonly hidden: { readonly from: number; readonly to: number } | null;
}

export interface Totals {
  readonly travelledMetres: number;
  readonly speeds: Speeds;
  readonly strandingCount: number;
  readonly strandedSeconds: number;
  readonly firstAt: number | null;
  readonly firstKilometre: number | null;
  readonly lastKilometre: number | null;
}

/** What a journey's episodes come to so far. Plain and bounded, so that it can be kept and gone on from. */
export interface Fold {
  /** Seconds between the last fixes. */
  readonly gaps: readonly number[];
  readonly lastFix: Spot | null;
  readonly lastPlace: RiverPlace | null;
  /** The newest evidence that was taken in. */
  readonly lastAt: number | null;
  readonly last: Spot | null;
  /** A fix that was reached too fast; the next one says whether the item is carried. */
  readonly waiting: Spot | null;
  readonly isFast: boolean;
  readonly isOutside: boolean;
  readonly open: OpenEpisode | null;
  /** Spots that may turn out to be the beginning of a stranding. */
  readonly free: readonly Spot[];
  readonly still: Still | null;
  /** Since it last drifted, somebody had it. */
  readonly wasTaken: boolean;
  /** Steps that look like drifting while it is held. */
  readonly steps: readonly Spot[];
  readonly totals: Totals;
}

export const EMPTY_FOLD: Fold = {
  gaps: [],
  lastFix: null,
  lastPlace: null,
  lastAt: null,
  last: null,
  waiting: null,
  isFast: false,
  isOutside: false,
  open: null,
  free: [],
  still: null,
  wasTaken: false,
  steps: [],
  totals: {
    travelledMetres: 0,
    speeds: {},
    strandingCount: 0,
    strandedSeconds: 0,
    firstAt: null,
    firstKilometre: null,
    lastKilometre: null,
  },
};

/** A fold being worked on, the ground it stands on, and the episodes that ended meanwhile. */
export interface Draft {
  fold: Fold;
  readonly ground: EpisodeGround;
  readonly closed: Episode[];
}
