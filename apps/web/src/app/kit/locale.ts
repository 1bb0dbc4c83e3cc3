import { DOCUMENT, Injectable, inject, signal } from "@angular/core";
import { TranslocoService } from "@jsverse/transloco";
import type { Locale } from "@zpr/model";
import { firstValueFrom } from "rxjs";
import { firstSpoken } from "./first-spoken.ts";

const STORAGE_KEY = "zpr-locale";

/** The language of the page: the one chosen here before, else the browser's. */
@Injectable({ providedIn: "root" })
export class PageLocale {
  readonly #transloco = inject(TranslocoService);
  readonly #document = inject(DOCUMENT);
  readonly #current = signal<Locale>(firstSpoken([remembered(), ...navigator.languages]));
  readonly #scopes = new Set<string>();

  readonly current = this.#current.asReadonly();

  /** Loads the messages of the first language; resolves when the page can be drawn. */
  async start(): Promise<void> {
    await this.#show(this.#current());
  }

  /** Loads further messages, in this language and in each that is chosen later. */
  async addScope(scope: string): Promise<void> {
    this.#scopes.add(scope);
    await firstValueFrom(this.#transloco.load(`${scope}/${this.#current()}`));
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

  async #show(locale: Locale): Promise<void> {
    const paths = [locale, ...[...this.#scopes].map((scope) => `${scope}/${locale}`)];
    await Promise.all(paths.map((path) => firstValueFrom(this.#transloco.load(path))));
    this.#transloco.setActiveLang(locale);
    this.#current.set(locale);
    this.#document.documentElement.lang = locale;
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}
