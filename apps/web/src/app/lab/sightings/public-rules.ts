import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { StudyData } from "../study-data.ts";
import { publishStudy } from "./sightings-api.ts";

/** What of the study's reports is public; its owners may change that here. */
@Component({
  selector: "zpr-public-rules",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    summary {
      padding-block: 0.6rem;
      font-weight: 700;
      cursor: pointer;
    }
  `,
  template: `
    @if (data.study(); as study) {
      <details>
        <summary>{{ "lab.sightings.public.title" | transloco }}</summary>
        <p>{{ "lab.sightings.public." + study.publishSightings | transloco }}</p>
        <p>
          {{ "lab.sightings.public." + (study.publishPhotos ? "photosYes" : "photosNo") | transloco }}
        </p>
        @if (isOwner()) {
          <label class="l-check">
            <input
              type="checkbox"
              [checked]="study.publishSightings === 'after-review'"
              [disabled]="busy()"
              (change)="review($event)"
            />
            {{ "lab.sightings.public.review" | transloco }}
          </label>
          <label class="l-check">
            <input
              type="checkbox"
              [checked]="study.publishPhotos"
              [disabled]="busy()"
              (change)="photos($event)"
            />
            {{ "lab.sightings.public.photos" | transloco }}
          </label>
          @if (failed()) {
            <p class="l-error" role="alert">{{ "lab.sightings.failed" | transloco }}</p>
          }
        }
      </details>
    }
  `,
})
export class PublicRules {
  protected readonly data = inject(StudyData);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);
  protected readonly isOwner = this.data.isOwner;

  protected review({ target }: Event): Promise<void> {
    const { checked } = target as HTMLInputElement;
    return this.#change({ publishSightings: checked ? "after-review" : "at-once" });
  }

  protected photos({ target }: Event): Promise<void> {
    return this.#change({ publishPhotos: (target as HTMLInputElement).checked });
  }

  async #change(rules: Parameters<typeof publishStudy>[1]): Promise<void> {
    const study = this.data.study();
    if (!study) return;
    this.busy.set(true);
    this.failed.set(false);
    try {
      await publishStudy(study.id, rules);
      await this.data.start();
      await this.data.reload();
    } catch {
      this.failed.set(true);
    }
    this.busy.set(false);
  }
}
