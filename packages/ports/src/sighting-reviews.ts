import type {
  Condition,
  ItemCode,
  Position,
  PositionSource,
  PutBack,
  Review,
  SightingNote,
  SightingReport,
  Surroundings,
  Suspicion,
} from "@zpr/model";
import type { FinderLetters } from "./finder-contacts.ts";
import type { Circumstances, PhotoDecisions, PlacedSighting } from "./sighting-store.ts";

export const DECISION_KINDS = [
  "accept",
  "reject",
  "correct",
  "move",
  "merge",
  "mark",
  "clear",
  "photo",
  "undo",
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a researcher may say better than the finder: times are ISO 8601, UTC. */
export interface Corrections {
  readonly seenAt: string;
  readonly position: Position | null;
  readonly accuracyMetres: number | null;
  readonly positionSource: PositionSource;
  readonly surroundings: Surroundings;
  readonly condition: Condition;
  readonly putBack: PutBack;
  readonly noteHidden: boolean;
}

/** All of a report that decisions change. */
export interface SightingState extends Corrections {
  readonly itemCode: string;
  readonly notes: readonly SightingNote[];
  readonly suspicious: readonly Suspicion[];
  readonly review: Review;
  readonly mergedInto: string | null;
}

/** What is decided of one photo. */
export interface PhotoState extends PhotoDecisions {
  readonly n: number;
  readonly shownKey: string | null;
}

/** Some values of a report, before or after a decision. */
export type StatePatch = Partial<SightingState> & { readonly photo?: PhotoState };

/** What the finder said, before anybody corrected it. */
export type OriginalReport = Omit<
  SightingState,
  "suspicious" | "review" | "mergedInto" | "noteHidden"
>;

/** What somebody wants of a report. */
export type Change =
  | { readonly kind: "accept" | "reject" | "mark" | "clear" }
  | { readonly kind: "correct"; readonly values: Partial<Corrections> }
  | { readonly kind: "move"; readonly itemCode: ItemCode }
  | { readonly kind: "merge"; readonly into: string }
  | {
      readonly kind: "photo";
      readonly n: number;
      /** The rest stays as it is at that moment, whoever decides at the same time. */
      readonly changes: Partial<Omit<PhotoState, "n" | "checked">>;
      /** Of the bytes that the decision is about. */
      readonly version: number;
    }
  | { readonly kind: "undo"; readonly decision: string };

/** A decision as it is asked for; its id, made by who asks, makes it known when it comes again. */
export interface NewDecision {
  readonly id: string;
  readonly sightingId: string;
  readonly change: Change;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
  readonly letters: FinderLetters;
  /** What is to be noted of a report as it now stands. */
  readonly judge: (
    report: Pick<SightingReport, "seenAt" | "position" | "accuracyMetres" | "surroundings">,
    receivedAt: Date,
    circumstances: Circumstances | undefined,
  ) => readonly SightingNote[];
}

/** Why a decision cannot be. */
export type Refusal =
  | "sighting-unknown"
  | "item-unknown"
  | "lead-unfit"
  | "photo-changed"
  | "decision-unknown"
  | "decided-since";

/** A decision in a report's history. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
  readonly from: StatePatch;
  readonly to: StatePatch;
  /** The decision that it takes back. */
  readonly undoes: string | null;
  readonly undone: boolean;
}

/** All that is known of one report. */
export interface SightingHistory {
  /** Null while nobody corrected anything. */
  readonly original: OriginalReport | null;
  /** The newest last. */
  readonly decisions: readonly Decision[];
  readonly questions: readonly Question[];
  /** Reports that were merged into it. */
  readonly duplicates: readonly string[];
  /** Whether its finder can be written to now. */
  readonly mayAsk: boolean;
}

/** A question to the finder of a report. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export interface NewQuestion {
  readonly id: string;
  readonly sightingId: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  readonly letters: FinderLetters;
}

/** A question as its finder reads it. */
export interface AskedQuestion {
  readonly text: string;
  readonly itemCode: string;
  readonly locale: SightingReport["locale"];
  readonly isOpen: boolean;
}

/** What researchers decide of reports and ask their finders, and what these answer. The API writes and reads. */
export interface SightingReviews {
  /** Carries a decision out and writes it down; one that changes nothing leaves no trace. */
  decide(decision: NewDecision): Promise<PlacedSighting | Refusal>;
  history(sightingId: string): Promise<SightingHistory>;
  /** Asks by mail; `not-reachable` when its finder cannot be written to, `one-open` when a question waits. */
  ask(question: NewQuestion): Promise<Question | "not-reachable" | "one-open">;
  /** A question that nobody answered waits no more; false when there is no such open question. */
  withdraw(sightingId: string, questionId: string, at: Date): Promise<boolean>;
  findQuestion(token: string): Promise<AskedQuestion | undefined>;
  /** Keeps the answer to an open question; the report it is about, or `undefined`. */
  answer(token: string, answer: string, at: Date): Promise<PlacedSighting | undefined>;
}
