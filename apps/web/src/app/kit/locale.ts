import { DOCUMENT, Injectable, inject, signal } from "@angular/core";
import { TranslocoService } from "@jsverse/transloco";
import type { Locale } from "@zpr/model";
import { firstSpoken } from "./first-spoken.ts";

const STORAGE_KEY = "zpr-locale";

/** The language of the page: the one chosen here before, else the browser's. */
@Injectable({ providedIn: "root" })
export class PageLocale {
  readonly #transloco = inject(TranslocoService);
  readonly #document = inject(DOCUMENT);
  readonly #current = signal<Locale>(firstSpoken([remembered(), ...navigator.languages]));

  readonly current = this.#current.asReadonly();

  /** Loads the messages of the first language; resolves when the page can be drawn. */
  async start(): Promise<void> {
    await this.#show(this.#current());
  }

  /** Switches the page to another language and remembers that. */
  async choose(locale: Locale): Promise<void> {
    await this.#show(locale);
    try {
      localStorage.setItem(STORAGE_KEY, locale);
    } catch {
      // A browser that keeps nothing still shows the language until it is closed.
    }
  }

  #show(locale: Locale): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#transloco.load(locale).subscribe({
        error: reject,
        complete: () => {
          this.#transloco.setActiveLang(locale);
          this.#current.set(locale);
          this.#document.documentElement.lang = locale;
          resolve();
        },
      });
    });
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}
