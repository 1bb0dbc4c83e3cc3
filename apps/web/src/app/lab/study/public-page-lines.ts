import { ChangeDetectionStrategy, Component, computed, input, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Study } from "../lab-api.ts";
import { embedLines } from "./embed-lines.ts";

/** Where the public page of a study is, and the lines that show it in pages of others. */
@Component({
  selector: "zpr-public-page-lines",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./study-tabs.css",
  template: `
    <section>
      <h2>{{ "lab.settings.page.title" | transloco }}</h2>
      <p>
        <a [href]="'/study/' + study().id" target="_blank">{{ address() }}</a>
      </p>
      <label class="z-label" for="embed-lines">{{ "lab.settings.page.lines" | transloco }}</label>
      <textarea #lines id="embed-lines" class="z-field" readonly rows="3" [value]="embed()"></textarea>
      <div class="end">
        <button type="button" class="z-button" (click)="copy(lines)">
          {{ "lab.settings.page.copy" | transloco }}
        </button>
      </div>
      <p class="said" role="status">
        @if (said(); as said) {
          {{ "lab.settings.page.said." + said | transloco }}
        }
      </p>
    </section>
  `,
})
export class PublicPageLines {
  readonly study = input.required<Study>();
  protected readonly address = computed(() => `${location.origin}/study/${this.study().id}`);
  protected readonly embed = computed(() => embedLines(this.study(), location.origin));
  protected readonly said = signal<"copied" | "marked" | undefined>(undefined);

  protected async copy(lines: HTMLTextAreaElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.embed());
      this.said.set("copied");
    } catch {
      lines.select();
      this.said.set("marked");
    }
  }
}
