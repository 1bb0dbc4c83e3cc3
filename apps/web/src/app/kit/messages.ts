import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from "@angular/core";
import { provideTransloco, TRANSLOCO_LOADER } from "@jsverse/transloco";
import { LOCALES } from "@zpr/model";
import { PageLocale } from "./locale.ts";
import { messageFiles } from "./message-files.ts";

/** Messages in the reader's language, loaded before the first page is drawn. */
export function provideMessages(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...LOCALES],
        defaultLang: "en",
        reRenderOnLangChange: true,
        prodMode: true,
      },
    }),
    { provide: TRANSLOCO_LOADER, useValue: messageFiles },
    provideAppInitializer(() => inject(PageLocale).start()),
  ]);
}
