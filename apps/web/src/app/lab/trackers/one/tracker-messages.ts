import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PluralPipe } from "../../../kit/plural.ts";
import type { Tracker } from "../../lab-api.ts";
import { settled } from "../../settled.ts";
import { StudyData } from "../../study-data.ts";
import { Moment } from "../../time/moment.ts";
import { type FrameGaps, type RawMessage, readFrameGaps, readMessages } from "../trackers-api.ts";

const AT_ONCE = 10;
const NEWS_MS = 2_000;

/** The last messages of a tracker, byte by byte, and which of its numbered frames never came. */
@Component({
  selector: "zpr-tracker-messages",
  imports: [Moment, PluralPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-parts.css",
  templateUrl: "./tracker-messages.html",
})
export class TrackerMessages {
  readonly #data = inject(StudyData);
  readonly tracker = input.required<Tracker>();
  /** Of every event there is another tracker, but it is the same one. */
  readonly #id = computed(() => this.tracker().id);
  readonly #most = signal(AT_ONCE);
  readonly #read = signal<readonly RawMessage[] | undefined>(undefined);
  protected readonly gaps = signal<FrameGaps | undefined>(undefined);
  protected readonly failed = signal(false);
  readonly #readSoon = settled(NEWS_MS, () => this.read());

  constructor() {
    effect(() => {
      this.#id();
      untracked(() => void this.read());
    });
    effect(() => {
      const id = this.#id();
      const isNews = this.#data
        .lastEvents()
        .some((event) => event.kind === "tracker" && event.trackerId === id);
      if (isNews) this.#readSoon();
    });
  }

  protected messages(): readonly RawMessage[] | undefined {
    return this.#read()?.slice(0, this.#most());
  }

  protected hasMore(): boolean {
    return (this.#read()?.length ?? 0) > this.#most();
  }

  protected bytesOf({ hex }: RawMessage): number {
    return hex.length / 2;
  }

  protected more(): void {
    this.#most.update((most) => most + AT_ONCE);
    void this.read();
  }

  protected async read(): Promise<void> {
    const { id, studyId } = this.tracker();
    try {
      const [messages, gaps] = await Promise.all([
        readMessages(studyId, id, this.#most() + 1),
        readFrameGaps(id),
      ]);
      if (id !== this.tracker().id) return;
      this.#read.set(messages);
      this.gaps.set(gaps);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }
}
