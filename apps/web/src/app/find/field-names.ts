import { Injectable } from "@angular/core";

/** Gives each field of the page an id of its own, to tie labels and hints to it. */
@Injectable({ providedIn: "root" })
export class FieldNames {
  #last = 0;

  next(name: string): string {
    this.#last++;
    return `${name}-${this.#last}`;
  }
}
