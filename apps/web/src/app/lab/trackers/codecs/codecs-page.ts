import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from "@angular/core";
import { RouterLink } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";
import { usePageTitle } from "../../../kit/page-title.ts";
import { PluralPipe } from "../../../kit/plural.ts";
import { Sign } from "../../../kit/sign.ts";
import { StudyData } from "../../study-data.ts";
import { Moment } from "../../time/moment.ts";
import { type CodecSummary, readCodecs } from "./codecs-api.ts";

/** `/lab/trackers/codecs`: scripts that say what payloads mean, all versions of each, and who is read by which. */
@Component({
  selector: "zpr-codecs-page",
  imports: [Moment, PluralPipe, RouterLink, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./codecs.css",
  template: `
    <div class="l-page">
      <a class="back" routerLink="/lab/trackers" queryParamsHandling="merge">
        <zpr-sign name="arrow" /> {{ "lab.trackers.title" | transloco }}
      </a>
      <header class="l-head">
        <h1>{{ "lab.codecs.title" | transloco }}</h1>
        <p class="z-soft">{{ "lab.codecs.text" | transloco }}</p>
        @if (mayEdit()) {
          <a class="z-button z-button-main l-button" routerLink="/lab/trackers/codecs/new" queryParamsHandling="merge">
            {{ "lab.codecs.new" | transloco }}
          </a>
        }
      </header>
      @if (failed()) {
        <p class="l-error" role="alert">{{ "lab.codecs.said.failed" | transloco }}</p>
      }
      <ul class="l-cards">
        @for (codec of codecs(); track codec.id) {
          <li class="l-card line">
            <a class="name" [routerLink]="['/lab/trackers/codecs', codec.id]" queryParamsHandling="merge">{{ codec.name }}</a>
            <code>{{ codec.hash.slice(0, 7) }}</code>
            <span class="l-small">{{ codec.functions.join(", ") }}</span>
            <span>{{ "lab.codecs.usedBy" | plural: users(codec) }}</span>
            <span class="l-small">{{ codec.createdBy }} <zpr-moment [time]="codec.createdAt" /></span>
          </li>
        }
      </ul>
      @if (codecs()?.length === 0) {
        <section class="l-empty">
          <h2>{{ "lab.codecs.emptyTitle" | transloco }}</h2>
          <p>{{ "lab.codecs.emptyText" | transloco }}</p>
        </section>
      }
    </div>
  `,
})
export class CodecsPage {
  readonly #data = inject(StudyData);
  protected readonly mayEdit = this.#data.mayEdit;
  readonly #studyId = computed(() => this.#data.study()?.id);
  /** Newest first; undefined until they are read. */
  protected readonly codecs = signal<readonly CodecSummary[] | undefined>(undefined);
  protected readonly failed = signal(false);

  constructor() {
    usePageTitle("lab.codecs.title");
    effect(() => {
      const studyId = this.#studyId();
      untracked(() => void this.#read(studyId));
    });
  }

  protected users({ id }: CodecSummary): number {
    return this.#data.trackers().filter(({ codecId }) => codecId === id).length;
  }

  async #read(studyId: number | undefined): Promise<void> {
    if (studyId === undefined) return;
    try {
      const codecs = await readCodecs(studyId);
      this.codecs.set([...codecs].reverse());
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }
}
