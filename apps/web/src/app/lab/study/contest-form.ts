import type { ConflictField } from "../conflict/conflict-rows.ts";
import { forInput } from "./rules-form.ts";
import type { ContestRules } from "./study-api.ts";

const LOCALES = ["en", "nl", "fr", "de"] as const;

/** The rules of a contest as the form says them; prizes are lines, the first prize first. */
export function contestIn(form: FormData, seedHash: string | null): ContestRules {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const texts = (name: string) => inLocales((locale) => text(`${name}-${locale}`));
  const prizes = LOCALES.map((locale) => linesOf(text(`prizes-${locale}`)));
  const count = Math.max(...prizes.map((lines) => lines.length));
  return {
    title: texts("title"),
    rules: texts("rules"),
    prizes: Array.from({ length: count }, (_, place) =>
      inLocales((_locale, index) => prizes[index]?.[place] ?? ""),
    ),
    opensAt: new Date(`${text("opensAt")}Z`).toISOString(),
    closesAt: new Date(`${text("closesAt")}Z`).toISOString(),
    retentionDays: Number(text("retentionDays")),
    ...(seedHash !== null && { seedHash }),
  };
}

/** Prizes of one language as lines. */
export function prizeLines(
  { prizes }: Pick<ContestRules, "prizes">,
  locale: (typeof LOCALES)[number],
): string {
  return prizes.map((prize) => prize[locale] ?? "").join("\n");
}

/** What a conflict shows of a contest. */
export const CONTEST_FIELDS: readonly ConflictField<ContestRules>[] = [
  { label: "lab.settings.contest.name", text: ({ title }) => spoken(title) },
  { label: "lab.settings.contest.rules", text: ({ rules }) => spoken(rules) },
  { label: "lab.settings.contest.prizes", text: ({ prizes }) => prizes.map(spoken).join("\n") },
  { label: "lab.settings.contest.opens", text: ({ opensAt }) => forInput(opensAt) },
  { label: "lab.settings.contest.closes", text: ({ closesAt }) => forInput(closesAt) },
  { label: "lab.settings.contest.retention", text: (rules) => String(rules.retentionDays) },
];

function inLocales(
  text: (locale: (typeof LOCALES)[number], index: number) => string,
): ContestRules["title"] {
  const said = LOCALES.map((locale, index) => [locale, text(locale, index)] as const);
  return Object.fromEntries(said.filter(([, one]) => one !== ""));
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split("\n").map((line) => line.trim());
}

function spoken(text: ContestRules["title"]): string {
  return LOCALES.filter((locale) => text[locale])
    .map((locale) => `${locale}: ${text[locale]}`)
    .join("\n");
}
