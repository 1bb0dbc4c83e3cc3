import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  signal,
  untracked,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { DEFAULT_WATCH_RULES } from "@zpr/model";
import { ConflictDialog } from "../../conflict/conflict-dialog.ts";
import { conflictRows } from "../../conflict/conflict-rows.ts";
import { Editing } from "../../conflict/editing.ts";
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
  protected readonly mayEdit = this.#data.mayEdit;
  protected readonly rules = WATCH_RULES;
  protected readonly objectText = objectText;
  protected readonly codecs = signal<readonly CodecSummary[]>([]);

  /** The version that the form began with, alone in a list; none until it is read. */
  protected readonly seen = signal<readonly [Tracker] | readonly []>([]);
  protected readonly editing = new Editing({
    rows: (mine: TrackerSettings, theirs: Tracker) =>
      conflictRows(TRACKER_FIELDS, mine, settingsOf(theirs)),
    write: changeTracker,
    written: (kept) => {
      this.seen.set([kept]);
      return this.#data.reload();
    },
    theirsTaken: (theirs) => this.seen.set([theirs]),
    faultOf: (): "failed" | "noObject" => "failed",
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

  protected async save(submit: Event, seen: Tracker): Promise<void> {
    submit.preventDefault();
    const wanted = settingsIn(new FormData(submit.target as HTMLFormElement));
    if (wanted) await this.editing.save(seen, wanted);
    else this.editing.said.set("noObject");
  }

  async #read(id: number): Promise<void> {
    this.seen.set([]);
    try {
      const tracker = await readTracker(id);
      this.codecs.set(await readCodecs(tracker.studyId));
      if (id === this.trackerId()) this.seen.set([tracker]);
    } catch {
      this.editing.said.set("failed");
    }
  }
}
