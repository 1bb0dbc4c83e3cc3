import type { Translation, TranslocoLoader } from "@jsverse/transloco";

interface MessageFile {
  readonly default: Translation;
}

/** Every file of messages, by language, and by scope and language. Each is a chunk of its own. */
const files: Readonly<Record<string, () => Promise<MessageFile>>> = {
  en: () => import("../../i18n/en.json"),
  nl: () => import("../../i18n/nl.json"),
  fr: () => import("../../i18n/fr.json"),
  de: () => import("../../i18n/de.json"),
  "later/en": () => import("../../i18n/later/en.json"),
  "later/nl": () => import("../../i18n/later/nl.json"),
  "later/fr": () => import("../../i18n/later/fr.json"),
  "later/de": () => import("../../i18n/later/de.json"),
  "lab/en": async () => ({ default: (await import("../../i18n/lab/en.ts")).messages }),
  "lab/nl": async () => ({ default: (await import("../../i18n/lab/nl.ts")).messages }),
  "lab/fr": async () => ({ default: (await import("../../i18n/lab/fr.ts")).messages }),
  "lab/de": async () => ({ default: (await import("../../i18n/lab/de.ts")).messages }),
};

/** Gives Transloco the messages that were built with the application, so that both are of one version. */
export const messageFiles: TranslocoLoader = {
  async getTranslation(path) {
    const file = files[path];
    if (!file) throw new Error(`there are no messages for "${path}"`);
    return (await file()).default;
  },
};
