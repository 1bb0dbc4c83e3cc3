import { ChangeDetectionStrategy, Component, computed, inject } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { goToSignIn } from "../sign-in.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { type EntryState, type ReleaseEntry, stateOf } from "./release-entry.ts";
import { ReleaseQueue } from "./release-queue.ts";

const SIGNS = {
  waiting: "tray",
  sending: "arrow",
  sent: "check",
  "sign-in": "warn",
  "needs-you": "warn",
} as const satisfies Readonly<Record<EntryState, string>>;

/** What was released: on this phone, with how far it has come, and by everybody. */
@Component({
  selector: "zpr-release-list",
  imports: [Moment, PluralPipe, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./release-list.html",
  styleUrl: "./release-list.css",
})
export class ReleaseList {
  readonly #queue = inject(ReleaseQueue);
  readonly #data = inject(StudyData);
  protected readonly signs = SIGNS;

  protected readonly mine = computed(() =>
    this.#queue
      .entries()
      .filter(({ studyId }) => studyId === this.#data.study()?.id)
      .map((entry) => ({
        entry,
        state: stateOf(entry),
        time: new Date(entry.releasedAt).toISOString(),
        refusedPairs: entry.pairs.filter(({ state }) => state === "refused").length,
      })),
  );
  /** Those the server has, the newest first, without what is shown above. */
  protected readonly kept = computed(() => {
    const shown = new Set(this.#queue.entries().map(({ releaseId }) => releaseId));
    return [...this.#data.releases()]
      .sort((a, b) => b.releasedAt.localeCompare(a.releasedAt))
      .filter(({ id, photos }) => !shown.has(id) || photos.length > 0)
      .slice(0, 10);
  });

  protected signIn(): void {
    goToSignIn();
  }

  protected sendWithout(entry: ReleaseEntry): void {
    void this.#queue.sendWithout(entry, entry.problem?.codes ?? []);
  }

  protected forget(entry: ReleaseEntry): void {
    void this.#queue.forget(entry.id);
  }
}
