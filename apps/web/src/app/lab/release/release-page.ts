import {
  ChangeDetectionStrategy,
  Component,
  inject,
  signal,
  ViewEncapsulation,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { usePageTitle } from "../../kit/page-title.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { Screen } from "../frame/screen.ts";
import { StudyData } from "../study-data.ts";
import { BatchPanel } from "./batch-panel.ts";
import { Board } from "./board.ts";
import { PlaceChoice } from "./place-choice.ts";
import { ReleaseDay } from "./release-day.ts";
import { ReleaseList } from "./release-list.ts";
import { ReleaseQueue } from "./release-queue.ts";
import { Ticking } from "./ticking.ts";
import { TidePanel } from "./tide-panel.ts";

const PARTS = ["tide", "batch", "board"] as const;

/** `/lab/release`: the tide, the batch, and whether each tracker is alive. */
@Component({
  selector: "zpr-release-page",
  imports: [
    BatchPanel,
    Board,
    PlaceChoice,
    PluralPipe,
    ReleaseList,
    Sign,
    TidePanel,
    TranslocoPipe,
  ],
  providers: [ReleaseDay, Ticking],
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Its panels look alike: their classes start with "r-".
  encapsulation: ViewEncapsulation.None,
  templateUrl: "./release-page.html",
  styleUrl: "./release-page.css",
})
export class ReleasePage {
  protected readonly data = inject(StudyData);
  protected readonly screen = inject(Screen);
  protected readonly queue = inject(ReleaseQueue);
  protected readonly parts = PARTS;
  protected readonly part = signal<(typeof PARTS)[number]>("batch");

  constructor() {
    usePageTitle("lab.release.title");
  }

  protected shows(part: (typeof PARTS)[number]): boolean {
    return this.screen.wide() || this.part() === part;
  }
}
