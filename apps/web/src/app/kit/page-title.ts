import { DOCUMENT, effect, inject } from "@angular/core";
import { TranslocoService } from "@jsverse/transloco";
import { PageLocale } from "./locale.ts";

/** Names the page in the browser's tab and history, in the language of the page. */
export function usePageTitle(
  key: string,
  values: () => Record<string, unknown> = () => ({}),
): void {
  const document = inject(DOCUMENT);
  const transloco = inject(TranslocoService);
  const locale = inject(PageLocale);
  effect(() => {
    locale.current();
    document.title = `${transloco.translate(key, values())} · ${transloco.translate("app.name")}`;
  });
}
