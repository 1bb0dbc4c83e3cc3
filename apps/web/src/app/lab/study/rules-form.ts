import type { ConflictField } from "../conflict/conflict-rows.ts";
import type { StudyRules } from "./study-api.ts";

const LOCALES = ["en", "nl", "fr", "de"] as const;

/** The rules as a form of the tab says them; times in it are UTC. */
export function rulesIn(form: FormData): StudyRules {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const closedAt = text("closedAt");
  return {
    name: text("name"),
    description: text("description"),
    public: form.has("public"),
    publicDelayHours: Number(text("publicDelayHours")),
    publicCoarseMetres: Number(text("publicCoarseMetres")),
    locale: text("locale") as StudyRules["locale"],
    closedAt: closedAt === "" ? null : new Date(`${closedAt}Z`).toISOString(),
    corridorMetres: Number(text("corridorMetres")),
    finderTexts: Object.fromEntries(
      LOCALES.map((locale) => [locale, text(`finderTexts-${locale}`)]).filter(
        ([, said]) => said !== "",
      ),
    ),
  };
}

/** An instant as an input of a date and time takes it, UTC. */
export function forInput(instant: string | null): string {
  return instant === null ? "" : new Date(instant).toISOString().slice(0, 16);
}

/** What a conflict shows of the rules. */
export const RULE_FIELDS: readonly ConflictField<StudyRules>[] = [
  { label: "lab.settings.rules.name", text: ({ name }) => name },
  { label: "lab.settings.rules.description", text: ({ description }) => description },
  { label: "lab.settings.rules.public", text: (rules) => (rules.public ? "✓" : "✗") },
  { label: "lab.settings.rules.delay", text: (rules) => `${rules.publicDelayHours} h` },
  { label: "lab.settings.rules.coarse", text: (rules) => `${rules.publicCoarseMetres} m` },
  { label: "lab.settings.rules.locale", text: ({ locale }) => locale },
  { label: "lab.settings.rules.closedAt", text: ({ closedAt }) => forInput(closedAt) },
  { label: "lab.settings.rules.corridor", text: (rules) => `${rules.corridorMetres} m` },
  {
    label: "lab.settings.rules.finderTexts",
    text: ({ finderTexts }) =>
      LOCALES.filter((locale) => finderTexts[locale])
        .map((locale) => `${locale}: ${finderTexts[locale]}`)
        .join("\n"),
  },
];
