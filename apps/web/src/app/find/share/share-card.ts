import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
} from "@angular/core";
import { TranslocoPipe, TranslocoService } from "@jsverse/transloco";
import type { ItemCode } from "@zpr/model";
import type { Journey } from "../../kit/api.ts";
import { PageLocale } from "../../kit/locale.ts";
import { codeText, distanceText } from "../../kit/measures.ts";
import { pluralKey } from "../../kit/plural-key.ts";
import { Sign } from "../../kit/sign.ts";
import { daysUnderWay } from "../journey/journey-events.ts";
import { CARD_HEIGHT, CARD_WIDTH, drawShareCard, type ShareWords } from "./draw-share-card.ts";

/** A picture of the journey to show to others, made on the phone and kept there until it is shared. */
@Component({
  selector: "zpr-share-card",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./share-card.html",
  styleUrl: "./share-card.css",
})
export class ShareCard {
  readonly #transloco = inject(TranslocoService);
  readonly #locale = inject(PageLocale);
  readonly code = input.required<ItemCode>();
  readonly finderNumber = input.required<number>();
  readonly journey = input.required<Journey>();

  protected readonly width = CARD_WIDTH;
  protected readonly height = CARD_HEIGHT;
  readonly #file = signal<File | undefined>(undefined);
  protected readonly url = computed(() => {
    const file = this.#file();
    return file && URL.createObjectURL(file);
  });
  protected readonly fileName = computed(() => `zero-plastic-rivers-${this.code()}.png`);
  protected readonly canShare = computed(() => {
    const file = this.#file();
    return file !== undefined && (navigator.canShare?.({ files: [file] }) ?? false);
  });
  protected readonly words = computed(() => this.#words());

  constructor() {
    effect(() => void this.#draw(this.words(), this.journey()));
    effect((onCleanup) => {
      const url = this.url();
      if (url) onCleanup(() => URL.revokeObjectURL(url));
    });
    inject(DestroyRef).onDestroy(() => this.#file.set(undefined));
  }

  /** The card in words, for who does not see it. */
  protected facts(): string {
    return this.words()
      .facts.map(({ value, name }) => `${value} ${name}`)
      .join(", ");
  }

  protected async share(): Promise<void> {
    const file = this.#file();
    if (!file) return;
    const url = `${location.origin}/found?code=${this.code()}`;
    const what = { files: [file], title: this.words().title, text: url };
    // Who closes the phone's list of apps without choosing has changed their mind, no more.
    await navigator.share(what).catch(() => undefined);
  }

  async #draw(words: ShareWords, journey: Journey): Promise<void> {
    const canvas = document.createElement("canvas");
    canvas.width = CARD_WIDTH;
    canvas.height = CARD_HEIGHT;
    const pen = canvas.getContext("2d");
    if (!pen) return;
    await Promise.all(["400", "700"].map((weight) => fontOf(weight)));
    drawShareCard(pen, words, journey.features);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    if (!png || words !== this.words()) return;
    this.#file.set(new File([png], this.fileName(), { type: "image/png" }));
  }

  #words(): ShareWords {
    const locale = this.#locale.current();
    const { startedAt, lastAt, travelledMetres, simulated } = this.journey().properties;
    const days = daysUnderWay(startedAt, lastAt);
    const say = (key: string, values = {}) =>
      this.#transloco.translate<string>(key, values, locale);
    return {
      title: say("later.share.heading", { code: codeText(this.code()) }),
      facts: [
        { value: String(days), name: say(pluralKey("journey.days", days, locale)) },
        { value: distanceText(travelledMetres, locale), name: say("journey.travelled") },
        { value: `№ ${this.finderNumber()}`, name: say("later.share.finder") },
      ],
      mark: simulated ? say("later.share.simulated") : "",
      from: `${say("app.name")} · ${location.host}`,
    };
  }
}

/** Draws with the font of the page, where it has come. */
function fontOf(weight: string): Promise<unknown> {
  return document.fonts.load(`${weight} 40px "Atkinson Hyperlegible Next"`).catch(() => undefined);
}
