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
import { DEFAULT_WATCH_RULES } from "@zpr/model";
import { overtakenBy } from "../../ask.ts";
import { ConflictDialog } from "../../conflict/conflict-dialog.ts";
import { conflictRows } from "../../conflict/conflict-rows.ts";
import type { Tracker } from "../../lab-api.ts";
import { StudyData } from "../../study-data.ts";
import { type CodecSummary, readCodecs } from "../codecs/codecs-api.ts";
import { changeTracker, readTracker, type TrackerSettings } from "../trackers-api.ts";
import { objectText, settingsIn, settingsOf, TRACKER_FIELDS, WATCH_RULES } from "./tracker-form.ts";

/** What people set of a tracker, and by which rules it is watched. */
@Component({
  selector: "zpr-tracker-settings",
  imports: [ConflictDialog, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./tracker-settings.css",
  templateUrl: "./tracker-settings.html",
})
export class TrackerSettingsForm {
  readonly #data = inject(StudyData);
  readonly trackerId = input.required<number>();
  protected readonly mayEdit = computed(() => this.#data.study()?.role !== "viewer");
  protected readonly rules = WATCH_RULES;
  protected readonly objectText = objectText;
  protected readonly codecs = signal<readonly CodecSummary[]>([]);

  /** The version that the form began with, alone in a list; none until it is read. */
  protected readonly seen = signal<readonly [Tracker] | readonly []>([]);
  protected readonly busy = signal(false);
  protected readonly said = signal<"saved" | "noObject" | "failed" | undefined>(undefined);
  readonly #conflict = signal<
    { readonly mine: TrackerSettings; readonly theirs: Tracker } | undefined
  >(undefined);
  protected readonly conflict = computed(() => {
    const both = this.#conflict();
    return both && conflictRows(TRACKER_FIELDS, both.mine, settingsOf(both.theirs));
  });

  constructor() {
    effect(() => {
      const id = this.trackerId();
      untracked(() => void this.#read(id));
    });
  }

  /** What holds where nothing is set: the study's rule, else the usual one. */
  protected usual(rule: (typeof WATCH_RULES)[number]): number {
    return this.#data.study()?.watchRules[rule] ?? DEFAULT_WATCH_RULES[rule];
  }

  protected save(submit: Event): Promise<void> {
    submit.preventDefault();
    const [seen] = this.seen();
    const wanted = settingsIn(new FormData(submit.target as HTMLFormElement));
    if (!wanted) this.said.set("noObject");
    return seen && wanted ? this.#write(seen, wanted) : Promise.resolve();
  }

  protected keepMine(): void {
    const both = this.#conflict();
    this.#conflict.set(undefined);
    if (both) void this.#write(both.theirs, both.mine);
  }

  protected takeTheirs(): void {
    const both = this.#conflict();
    this.#conflict.set(undefined);
    if (both) this.seen.set([both.theirs]);
  }

  async #write(seen: Tracker, wanted: TrackerSettings): Promise<void> {
    this.busy.set(true);
    this.said.set(undefined);
    try {
      this.seen.set([await changeTracker(seen, wanted)]);
      this.said.set("saved");
      await this.#data.reload();
    } catch (reason) {
      const theirs = overtakenBy<Tracker>(reason);
      if (theirs) this.#conflict.set({ mine: wanted, theirs });
      else this.said.set("failed");
    }
    this.busy.set(false);
  }

  async #read(id: number): Promise<void> {
    this.seen.set([]);
    try {
      const tracker = await readTracker(id);
      this.codecs.set(await readCodecs(tracker.studyId));
      if (id === this.trackerId()) this.seen.set([tracker]);
    } catch {
      this.said.set("failed");
    }
  }
}
