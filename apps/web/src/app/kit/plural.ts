import { inject, Pipe, type PipeTransform } from "@angular/core";
import { TranslocoService } from "@jsverse/transloco";
import { PageLocale } from "./locale.ts";
import { pluralKey } from "./plural-key.ts";

/** `{{ "head.waiting" | plural: 3 }}`: the message for a count, in the grammar of the language. */
@Pipe({ name: "plural", pure: false })
export class PluralPipe implements PipeTransform {
  readonly #transloco = inject(TranslocoService);
  readonly #locale = inject(PageLocale);

  transform(key: string, count: number): string {
    const locale = this.#locale.current();
    return this.#transloco.translate(pluralKey(key, count, locale), {
      count: new Intl.NumberFormat(locale).format(count),
    });
  }
}
