import type { AlarmKind, FixFlag, Position } from "@zpr/model";
import type { CommandStatus } from "./command-store.ts";
import type { JobState } from "./job-store.ts";

/** Something that happened just now, for the people who watch a study. */
export type LiveEvent =
  | {
      readonly kind: "fix";
      readonly studyId: number;
      readonly trackerId: number;
      readonly itemCode: string | null;
      readonly time: Date;
      readonly position: Position | null;
      readonly flags: readonly FixFlag[];
      readonly batteryVolts: number | null;
      /** From 0 to 100. */
      readonly batteryPercent: number | null;
      readonly satellites: number | null;
    }
  | {
      readonly kind: "tracker";
      readonly studyId: number;
      readonly trackerId: number;
      readonly lastHeardAt: Date;
    }
  | {
      readonly kind: "sighting";
      readonly studyId: number;
      readonly id: string;
      readonly itemCode: string;
      readonly seenAt: Date;
      readonly position: Position | null;
    }
  | {
      readonly kind: "command";
      readonly studyId: number;
      readonly trackerId: number;
      readonly commandId: number;
      readonly status: CommandStatus;
    }
  | {
      readonly kind: "alarm";
      readonly studyId: number;
      readonly trackerId: number;
      readonly alarmId: number;
      readonly alarm: AlarmKind;
      readonly status: "raised" | "ended" | "acknowledged";
    }
  | {
      readonly kind: "job";
      readonly studyId: number;
      readonly jobId: string;
      readonly state: JobState;
      readonly done: number;
      readonly total: number | null;
    }
  | {
      readonly kind: "unknown-tracker";
      readonly studyId: null;
      readonly protocol: string;
      readonly uniqueId: string;
    };

/** Events were lost, or may have been: whoever watches is to ask again for what it shows. */
export interface Gap {
  readonly kind: "gap";
  readonly studyId: null;
}

/** An event with what it is known by. Ids say nothing of the order: events come in theirs. */
export interface NumberedEvent {
  readonly id: string;
  readonly event: LiveEvent | Gap;
}

/** The announcer of live events: who has news calls `publish`, who watches gets them in order. */
export interface LiveEvents {
  /** Never waits and never fails; what cannot be told is told as a gap. */
  publish(event: LiveEvent): void;
  /**
   * First what came after the event `after`, or a gap when that is not known any more, then each
   * new one; call the result to stop.
   */
  subscribe(listener: (event: NumberedEvent) => void, after?: string): () => void;
  /** The id of the newest event, for `after`, so that who begins to watch now misses nothing later. */
  place(): string;
}
