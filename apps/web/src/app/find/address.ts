import { Injectable, signal } from "@angular/core";
import { finderPage } from "./finder-path.ts";

/**
 * Where in the finder's half we are. In place of Angular's router, which costs a third of the
 * JavaScript that the finder's half may weigh, for four pages; the lab has it.
 */
@Injectable({ providedIn: "root" })
export class Address {
  readonly #url = signal(new URL(location.href));

  readonly url = this.#url.asReadonly();

  constructor() {
    addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Opens another page of this half. */
  go(path: string): void {
    history.pushState(null, "", path);
    this.#read();
    scrollTo(0, 0);
  }

  /** Links to pages of this half need no round trip; all others are the browser's business. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain =
      event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (
      !link ||
      !isPlain ||
      event.defaultPrevented ||
      link.target ||
      link.origin !== location.origin
    )
      return;
    if (!finderPage(new URL(link.href))) return;
    event.preventDefault();
    this.go(link.href);
  }

  #read(): void {
    this.#url.set(new URL(location.href));
  }
}
