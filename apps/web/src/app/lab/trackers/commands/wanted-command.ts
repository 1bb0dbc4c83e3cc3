import type { Wanted } from "../trackers-api.ts";

/** What a form may say: words of the tracker's own, or a named action. */
export const COMMAND_KINDS = [
  "text",
  "locate-now",
  "set-interval",
  "read-settings",
  "reboot",
] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** After so many hours nobody wants an instruction any more; 0 for never. */
export const EXPIRIES = [0, 1, 24, 168] as const;

/** What a form asks for; minutes become seconds. */
export function wantedIn(form: FormData): Wanted {
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const kind = COMMAND_KINDS.find((one) => one === said("kind")) ?? "text";
  if (kind === "text") return { text: said("text") };
  if (kind === "set-interval")
    return { action: { name: kind, seconds: Math.round(Number(said("minutes")) * 60) } };
  return { action: { name: kind } };
}

/** When an instruction expires that may wait for so many hours; null for never. `now` in milliseconds. */
export function expiresAt(hours: number, now: number): string | null {
  return hours > 0 ? new Date(now + hours * 3_600_000).toISOString() : null;
}
