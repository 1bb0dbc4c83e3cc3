import { computed, effect, inject, type Signal, signal, untracked } from "@angular/core";
import type { Tracker } from "../../lab-api.ts";
import type { LiveEvent } from "../../live-event.ts";
import { settled } from "../../settled.ts";
import { StudyData } from "../../study-data.ts";

/** The newest of a tracker's rows: a few at first, more when asked for, read again after news. */
export interface Newest<Row> {
  /** Undefined until they are read. */
  readonly rows: Signal<readonly Row[] | undefined>;
  readonly hasMore: Signal<boolean>;
  readonly failed: Signal<boolean>;
  more(): void;
  read(): Promise<void>;
}

/** Follows one list of a tracker, in an injection context. */
export function newestOf<Row>(
  tracker: Signal<Tracker>,
  list: {
    readonly read: (tracker: Tracker, most: number) => Promise<readonly Row[]>;
    readonly atOnce: number;
    /** After events of this kind there is something new, a while later (ms). */
    readonly after: LiveEvent["kind"];
    readonly soonMs: number;
  },
): Newest<Row> {
  const data = inject(StudyData);
  // Of every event there is another tracker, but it is the same one.
  const id = computed(() => tracker().id);
  const most = signal(list.atOnce);
  const found = signal<readonly Row[] | undefined>(undefined);
  const failed = signal(false);

  async function read(): Promise<void> {
    const asked = tracker();
    try {
      const rows = await list.read(asked, most() + 1);
      if (asked.id !== id()) return;
      found.set(rows);
      failed.set(false);
    } catch {
      failed.set(true);
    }
  }

  const readSoon = settled(list.soonMs, read);
  effect(() => {
    id();
    untracked(() => void read());
  });
  effect(() => {
    const isNews = (event: LiveEvent) =>
      event.kind === list.after && "trackerId" in event && event.trackerId === id();
    if (data.lastEvents().some(isNews)) readSoon();
  });
  return {
    rows: computed(() => found()?.slice(0, most())),
    hasMore: computed(() => (found()?.length ?? 0) > most()),
    failed: failed.asReadonly(),
    more() {
      most.update((before) => before + list.atOnce);
      void read();
    },
    read,
  };
}
