import { DEFAULT_WATCH_RULES, type WatchRules } from "@zpr/model";
import type { ConflictField } from "../../conflict/conflict-rows.ts";
import type { Tracker } from "../../lab-api.ts";
import type { TrackerSettings } from "../trackers-api.ts";

/** The rules of the watch, in the order of the form; hours, counts, percent, volts, metres a second, metres. */
export const WATCH_RULES = Object.keys(DEFAULT_WATCH_RULES) as readonly (keyof WatchRules)[];

/** What a form says of a tracker; undefined when its further settings are no JSON object. */
export function settingsIn(form: FormData): TrackerSettings | undefined {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const numberOrNull = (name: string) => (text(name) === "" ? null : Number(text(name)));
  const settings = objectIn(text("settings") || "{}");
  if (!settings) return undefined;
  const minutes = numberOrNull("minutes");
  return {
    name: text("name"),
    model: text("model") || null,
    intervalSeconds: minutes === null ? null : Math.round(minutes * 60),
    codecId: numberOrNull("codecId"),
    settings,
    watchRules: Object.fromEntries(
      WATCH_RULES.flatMap((rule) => {
        const value = numberOrNull(`rule-${rule}`);
        return value === null ? [] : [[rule, value]];
      }),
    ),
  };
}

/** What a form began with, as it would be written. */
export function settingsOf(tracker: Tracker): TrackerSettings {
  const { name, model, intervalSeconds, codecId, settings, watchRules } = tracker;
  return { name, model, intervalSeconds, codecId, settings, watchRules };
}

/** What a conflict shows of a tracker. */
export const TRACKER_FIELDS: readonly ConflictField<TrackerSettings>[] = [
  { label: "lab.tracker.name", text: ({ name }) => name },
  { label: "lab.tracker.model", text: ({ model }) => model ?? "" },
  {
    label: "lab.tracker.minutes",
    text: ({ intervalSeconds }) => (intervalSeconds === null ? "" : `${intervalSeconds / 60}`),
  },
  { label: "lab.tracker.codec", text: ({ codecId }) => (codecId === null ? "" : `${codecId}`) },
  { label: "lab.tracker.settings", text: ({ settings }) => objectText(settings) },
  { label: "lab.tracker.rules", text: ({ watchRules }) => objectText(watchRules) },
];

/** An object as people edit it; empty for an empty one. */
export function objectText(object: object): string {
  return Object.keys(object).length > 0 ? JSON.stringify(object, null, 2) : "";
}

/** A JSON object; undefined when a text is none. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
