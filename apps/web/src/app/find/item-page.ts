import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import { type Answer, fetchItem, type PublicItem } from "../kit/api.ts";
import { PageLocale } from "../kit/locale.ts";
import { codeText, dayText } from "../kit/measures.ts";
import { usePageTitle } from "../kit/page-title.ts";
import { PluralPipe } from "../kit/plural.ts";
import { Sign } from "../kit/sign.ts";
import { Address } from "./address.ts";
import { CodeField } from "./code-field.ts";
import { ReportForm } from "./report/report-form.ts";

/** The form waits so long for what is to be said above it, so that it does not jump when that comes. */
const PATIENCE_MILLISECONDS = 400;

/** `/{code}`: the page behind the QR code. Somebody stands in the mud; ask little. */
@Component({
  selector: "zpr-item-page",
  imports: [CodeField, PluralPipe, ReportForm, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./item-page.html",
  styleUrl: "./item-page.css",
})
export class ItemPage {
  readonly #address = inject(Address);
  protected readonly locale = inject(PageLocale);
  /** The code in the address. */
  readonly code = input.required<ItemCode>();

  readonly #answer = signal<Answer<PublicItem> | undefined>(undefined);
  protected readonly isDrawn = signal(false);
  protected readonly shown = computed(() => codeText(this.code()));
  protected readonly item = computed(() => {
    const answer = this.#answer();
    return answer?.kind === "ok" ? answer.body : undefined;
  });
  /** Set when the server knows that there is no such item. */
  protected readonly unknown = computed(() => {
    const answer = this.#answer();
    return answer?.kind === "refused" && answer.problem === "item-unknown";
  });
  protected readonly offline = computed(() => this.#answer()?.kind === "unreached");
  protected readonly releasedOn = computed(() => {
    const release = this.item()?.release;
    return release && dayText(release.releasedAt, this.locale.current());
  });

  protected readonly contestOf = computed(() => {
    const item = this.item();
    return item?.contest ? item.study.id : undefined;
  });

  constructor() {
    usePageTitle("item.title", () => ({ code: this.shown() }));
    effect(() => {
      const code = this.code();
      this.#answer.set(undefined);
      this.isDrawn.set(false);
      setTimeout(() => this.isDrawn.set(true), PATIENCE_MILLISECONDS);
      void fetchItem(code).then((answer) => {
        if (code !== this.code()) return;
        this.#answer.set(answer);
        this.isDrawn.set(true);
      });
    });
  }

  protected open(code: ItemCode): void {
    this.#address.go(`/${code}`);
  }

  protected sent(id: string): void {
    this.#address.go(`/found?report=${id}`);
  }
}
