import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { Sign } from "../../kit/sign.ts";
import { LabProblem } from "../ask.ts";
import type { Sighting } from "../lab-api.ts";
import { StudyData } from "../study-data.ts";
import { Moment } from "../time/moment.ts";
import { CorrectForm } from "./correct-form.ts";
import { DecisionHistory } from "./decision-history.ts";
import { FinderQuestions } from "./finder-questions.ts";
import { MergeChoice } from "./merge-choice.ts";
import { OriginalFacts } from "./original-facts.ts";
import { PhotoBoard } from "./photo-board.ts";
import { reasonsOf } from "./queue.ts";
import { ReasonMarks } from "./reason-marks.ts";
import { type Change, ReviewDesk } from "./review-desk.ts";
import { ReviewMap } from "./review-map.ts";
import { type Act, Shortcuts } from "./shortcuts.ts";
import { SightingFacts } from "./sighting-facts.ts";
import { readSighting, type SightingDetail } from "./sightings-api.ts";

/** One report with all that is known of it, and what can be decided. */
@Component({
  selector: "zpr-sighting-review",
  imports: [
    CorrectForm,
    DecisionHistory,
    FinderQuestions,
    MergeChoice,
    Moment,
    OriginalFacts,
    PhotoBoard,
    ReasonMarks,
    ReviewMap,
    RouterLink,
    SightingFacts,
    Sign,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./sighting-review.css",
  templateUrl: "./sighting-review.html",
})
export class SightingReview {
  readonly #data = inject(StudyData);
  protected readonly desk = inject(ReviewDesk);
  protected readonly keys = inject(Shortcuts).on;
  readonly id = input.required<string>();
  /** Which report to look at when this one is decided. */
  readonly next = input<string>();
  readonly moveOn = output<string>();

  readonly #detail = signal<SightingDetail | undefined>(undefined);
  protected readonly problem = signal<"unknown" | "failed" | undefined>(undefined);
  protected readonly reason = signal("");
  protected readonly form = signal<"correct" | "merge" | undefined>(undefined);
  protected readonly photos = viewChild(PhotoBoard);
  protected readonly title = viewChild<ElementRef<HTMLElement>>("title");

  protected readonly detail = computed(() => {
    const detail = this.#detail();
    return detail?.id === this.id() ? detail : undefined;
  });
  /** As the list knows it: a decision shows there first. */
  protected readonly sighting = computed((): Sighting | undefined => {
    const known = this.desk.sightings().find(({ id }) => id === this.id());
    return known ?? this.detail();
  });
  readonly #study = computed(() =>
    this.#data.studies()?.find(({ id }) => id === this.sighting()?.studyId),
  );
  protected readonly publishesPhotos = computed(() => this.#study()?.publishPhotos ?? false);
  protected readonly row = computed(() => {
    const sighting = this.sighting();
    return sighting && { sighting, reasons: reasonsOf(sighting, this.publishesPhotos()) };
  });
  protected readonly mayEdit = computed(() => {
    const sighting = this.sighting();
    if (!sighting) return false;
    return sighting.studyId === null ? this.desk.mayEdit() : this.#study()?.role !== "viewer";
  });

  constructor() {
    effect(() => {
      this.id();
      untracked(() => {
        this.form.set(undefined);
        this.reason.set("");
        this.problem.set(undefined);
      });
    });
    effect(() => {
      const id = this.id();
      this.desk.revision();
      untracked(() => void this.#read(id));
    });
    effect(() => {
      const id = this.id();
      const isMine = this.#data
        .lastEvents()
        .some((event) => event.kind === "sighting" && event.id === id);
      if (isMine) untracked(() => void this.#read(id));
    });
  }

  /** What a key asks for; false when that cannot be now. */
  act(act: Act): boolean {
    if (!this.mayEdit()) return false;
    switch (act) {
      case "accept":
      case "reject":
        void this.judge(act);
        return true;
      case "correct":
      case "merge":
        this.open(act);
        return true;
      case "hide":
        return this.photos()?.toggleHidden() ?? false;
      case "blur":
        return this.photos()?.toggleBlurring() ?? false;
      default:
        return false;
    }
  }

  protected open(form: "correct" | "merge"): void {
    this.form.update((before) => (before === form ? undefined : form));
  }

  protected async judge(kind: "accept" | "reject"): Promise<void> {
    const next = this.next();
    const review = kind === "accept" ? "accepted" : "rejected";
    const isDone = await this.decide({ kind }, { review });
    if (!isDone || next === undefined) return;
    this.moveOn.emit(next);
    this.title()?.nativeElement.focus();
  }

  protected async decide(change: Change, expected: Partial<Sighting> = {}): Promise<boolean> {
    const sighting = this.sighting();
    if (!sighting) return false;
    const reason = this.reason().trim() || null;
    const isDone = await this.desk.decide(sighting, { ...change, reason }, expected);
    if (isDone) {
      this.reason.set("");
      this.form.set(undefined);
    }
    return isDone;
  }

  /** A wrong code and wrong values are two decisions, each with its own undo. */
  protected async correct(changes: readonly Change[]): Promise<void> {
    const reason = this.reason();
    for (const change of changes) {
      this.reason.set(reason);
      if (!(await this.decide(change))) return;
    }
    this.form.set(undefined);
  }

  protected async reread(): Promise<void> {
    await this.#read(this.id());
  }

  async #read(id: string): Promise<void> {
    try {
      const detail = await readSighting(id);
      if (id !== this.id()) return;
      this.#detail.set(detail);
      this.problem.set(undefined);
    } catch (reason) {
      if (id !== this.id()) return;
      const isUnknown = reason instanceof LabProblem && reason.status < 500;
      this.problem.set(isUnknown ? "unknown" : "failed");
    }
  }
}
