import type { ItemCode, Position } from "@zpr/model";

/** A tracker that goes into the water in an item. */
export interface Pair {
  readonly trackerId: number;
  readonly itemCode: ItemCode;
}

/** A release that is being made ready on this phone; one a study. */
export interface ReleaseDraft {
  readonly studyId: number;
  readonly place: string;
  readonly position: Position | null;
  readonly accuracyMetres: number | null;
  /** By which high water here comes behind that of the tide station. */
  readonly tideLagMinutes: number;
  /** In the order in which they were scanned. */
  readonly codes: readonly ItemCode[];
  readonly pairs: readonly Pair[];
  /** A tracker that waits for its item to be scanned. */
  readonly waitingTracker: number | null;
  readonly photos: readonly number[];
  readonly note: string;
}

/** What came of a scan. */
export type ScanOutcome =
  | "added"
  | "paired"
  | "tracker"
  | "duplicate"
  | "released"
  | "unknown"
  | "taken";

/** What is known of a study's items and trackers, on this phone. */
export interface Known {
  /** Of items by their code: whether they were released before. */
  readonly items: ReadonlyMap<string, { readonly isReleased: boolean }>;
}

/** A draft and what came of changing it. */
export interface Scanned {
  readonly draft: ReleaseDraft;
  readonly outcome: ScanOutcome;
}

/** An empty batch for a study. */
export function emptyDraft(studyId: number): ReleaseDraft {
  return {
    studyId,
    place: "",
    position: null,
    accuracyMetres: null,
    tideLagMinutes: 0,
    codes: [],
    pairs: [],
    waitingTracker: null,
    photos: [],
    note: "",
  };
}

/** The next batch at the same place. */
export function nextDraft(draft: ReleaseDraft): ReleaseDraft {
  const { place, position, accuracyMetres, tideLagMinutes } = draft;
  return { ...emptyDraft(draft.studyId), place, position, accuracyMetres, tideLagMinutes };
}

/** Takes an item in; with a tracker waiting, as the item of that tracker. */
export function withItem(draft: ReleaseDraft, code: ItemCode, known: Known): Scanned {
  const item = known.items.get(code);
  if (!item) return { draft, outcome: "unknown" };
  if (item.isReleased) return { draft, outcome: "released" };
  if (draft.waitingTracker !== null) return withPair(draft, draft.waitingTracker, code);
  if (draft.codes.includes(code)) return { draft, outcome: "duplicate" };
  return { draft: { ...draft, codes: [...draft.codes, code] }, outcome: "added" };
}

function withPair(draft: ReleaseDraft, trackerId: number, itemCode: ItemCode): Scanned {
  if (draft.pairs.some((pair) => pair.itemCode === itemCode)) return { draft, outcome: "taken" };
  const codes = draft.codes.includes(itemCode) ? draft.codes : [...draft.codes, itemCode];
  const pairs = [...draft.pairs, { trackerId, itemCode }];
  return { draft: { ...draft, codes, pairs, waitingTracker: null }, outcome: "paired" };
}

/** Takes a tracker in hand: the next item is its item. */
export function withTracker(draft: ReleaseDraft, trackerId: number): Scanned {
  if (draft.pairs.some((pair) => pair.trackerId === trackerId))
    return { draft, outcome: "duplicate" };
  return { draft: { ...draft, waitingTracker: trackerId }, outcome: "tracker" };
}

/** Takes an item out again, and its tracker with it. */
export function withoutItem(draft: ReleaseDraft, code: ItemCode): ReleaseDraft {
  return {
    ...draft,
    codes: draft.codes.filter((one) => one !== code),
    pairs: draft.pairs.filter((pair) => pair.itemCode !== code),
  };
}

/** What lacks before the batch can be released. */
export function lacking(draft: ReleaseDraft): readonly ("place" | "position" | "items")[] {
  return [
    ...(draft.place.trim() === "" ? (["place"] as const) : []),
    ...(draft.position === null ? (["position"] as const) : []),
    ...(draft.codes.length === 0 ? (["items"] as const) : []),
  ];
}
