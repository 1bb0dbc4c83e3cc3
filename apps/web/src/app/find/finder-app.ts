import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  viewChild,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { LocalePicker } from "../kit/locale-picker.ts";
import { PluralPipe } from "../kit/plural.ts";
import { Sign } from "../kit/sign.ts";
import { Address } from "./address.ts";
import { finderPage } from "./finder-path.ts";
import { FoundPage } from "./found-page.ts";
import { HomePage } from "./home-page.ts";
import { ItemPage } from "./item-page.ts";
import { Outbox } from "./outbox/outbox.ts";
import { type EntryState, stateOf } from "./outbox/outbox-entry.ts";
import { BottleShape } from "./pictures/bottle-shape.ts";
import { PrivacyPage } from "./privacy/privacy-page.ts";

/** The finder's half: one of four pages, and around it name, reports of this phone, language. */
@Component({
  selector: "zpr-root",
  imports: [
    BottleShape,
    FoundPage,
    HomePage,
    ItemPage,
    LocalePicker,
    PluralPipe,
    PrivacyPage,
    Sign,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./finder-app.html",
  styleUrl: "./finder-app.css",
})
export class FinderApp {
  readonly #outbox = inject(Outbox);
  readonly #address = inject(Address);
  protected readonly content = viewChild.required<ElementRef<HTMLElement>>("content");
  protected readonly page = computed(
    () => finderPage(this.#address.url()) ?? ({ kind: "home", mistyped: "" } as const),
  );
  protected readonly hasReports = computed(() => this.#outbox.entries().length > 0);
  protected readonly waiting = computed(() => this.#count("waiting") + this.#count("photos"));
  protected readonly needsYou = computed(() => this.#count("needs-you"));

  constructor() {
    void this.#outbox.start();
    let pages = 0;
    effect(() => {
      this.page();
      // A screen reader is told of a new page by focus; the first one it finds by itself.
      if (pages++ > 0) this.toContent();
    });
  }

  protected toContent(): void {
    this.content().nativeElement.focus({ preventScroll: true });
  }

  #count(state: EntryState): number {
    return this.#outbox.entries().filter((entry) => stateOf(entry) === state).length;
  }
}
