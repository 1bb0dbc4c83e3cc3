import { ChangeDetectionStrategy, Component, inject } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LOCALES, type Locale } from "@zpr/model";
import { PageLocale } from "./locale.ts";

const NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
};

/** Chooses the language of the page; each is named in itself. */
@Component({
  selector: "zpr-locale-picker",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    select {
      min-height: var(--zpr-target);
      max-width: 8.5em;
      padding: 0 var(--zpr-space-2);
      border: 1px solid #7b95a1;
      border-radius: var(--zpr-radius-s);
      background: var(--zpr-ink);
      color: #fff;
      cursor: pointer;
    }
  `,
  template: `
    <select
      [attr.aria-label]="'head.language' | transloco"
      [value]="locale.current()"
      (change)="choose($event)"
    >
      @for (known of locales; track known) {
        <option [value]="known" [lang]="known" [selected]="known === locale.current()">
          {{ names[known] }}
        </option>
      }
    </select>
  `,
})
export class LocalePicker {
  protected readonly locale = inject(PageLocale);
  protected readonly locales = LOCALES;
  protected readonly names = NAMES;

  protected choose({ target }: Event): void {
    const chosen = LOCALES.find((locale) => locale === (target as HTMLSelectElement).value);
    if (chosen) void this.locale.choose(chosen);
  }
}
