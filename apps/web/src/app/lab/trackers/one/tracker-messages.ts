import {
  ChangeDetectionStrategy,
  Component,
  effect,
  input,
  signal,
  untracked,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PluralPipe } from "../../../kit/plural.ts";
import type { Tracker } from "../../lab-api.ts";
import { Moment } from "../../time/moment.ts";
import { type FrameGaps, type RawMessage, readFrameGaps, readMessages } from "../trackers-api.ts";
import { newestOf } from "./newest-of.ts";

/** The last messages of a tracker, byte by byte, and which of its numbered frames never came. */
@Component({
  selector: "zpr-tracker-messages",
  imports: [Moment, PluralPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-parts.css",
  templateUrl: "./tracker-messages.html",
})
export class TrackerMessages {
  readonly tracker = input.required<Tracker>();
  protected readonly list = newestOf<RawMessage>(this.tracker, {
    read: ({ studyId, id }, most) => readMessages(studyId, id, most),
    atOnce: 10,
    after: "tracker",
    soonMs: 2_000,
  });
  protected readonly gaps = signal<FrameGaps | undefined>(undefined);

  constructor() {
    effect(() => {
      if (this.list.rows()) void this.#readGaps(untracked(this.tracker));
    });
  }

  protected bytesOf({ hex }: RawMessage): number {
    return hex.length / 2;
  }

  /** Without them the messages stand alone. */
  async #readGaps({ id }: Tracker): Promise<void> {
    const gaps = await readFrameGaps(id).catch(() => undefined);
    if (id === this.tracker().id) this.gaps.set(gaps);
  }
}
