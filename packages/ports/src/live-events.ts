import type { AlarmKind, FixFlag, Position } from "@zpr/model";
import type { CommandStatus } from "./command-store.ts";

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
      readonly kind: "unknown-tracker";
      readonly studyId: null;
      readonly protocol: string;
      readonly uniqueId: string;
    };

/** An event with its place in the order of all events. */
export interface NumberedEvent {
  readonly id: number;
  readonly event: LiveEvent;
}

/** The announcer of live events: who has news calls `publish`, who watches gets them in order. */
export interface LiveEvents {
  publish(event: LiveEvent): void;
  /** First what is kept of the events after `after`, then each new one; call the result to stop. */
  subscribe(listener: (event: NumberedEvent) => void, after?: number): () => void;
}
