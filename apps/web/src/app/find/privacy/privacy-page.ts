import { ChangeDetectionStrategy, Component, inject, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { PageLocale } from "../../kit/locale.ts";
import { usePageTitle } from "../../kit/page-title.ts";

/** `/privacy`: what happens to what a finder tells us, in plain words. */
@Component({
  selector: "zpr-privacy-page",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    .page {
      display: grid;
      gap: var(--zpr-space-5);
      max-width: 42rem;
      margin-inline: auto;
      padding: var(--zpr-space-5) var(--zpr-space-4) var(--zpr-space-6);
    }

    h1 {
      font-size: var(--zpr-text-xxl);
    }

    h2 {
      margin-bottom: var(--zpr-space-2);
      font-size: var(--zpr-text-l);
    }
  `,
  template: `
    <div class="page">
      <h1>{{ "foot.privacyLink" | transloco }}</h1>
      @if (ready()) {
        <p>{{ "later.privacy.lead" | transloco }}</p>
        @for (part of parts; track part) {
          <section>
            <h2>{{ "later.privacy." + part | transloco }}</h2>
            <p>{{ "later.privacy." + part + "Text" | transloco }}</p>
          </section>
        }
      }
    </div>
  `,
})
export class PrivacyPage {
  protected readonly parts = ["report", "photos", "place", "contact", "phone", "none"] as const;
  protected readonly ready = signal(false);

  constructor() {
    usePageTitle("foot.privacyLink");
    void inject(PageLocale)
      .addScope("later")
      .then(() => this.ready.set(true));
  }
}
