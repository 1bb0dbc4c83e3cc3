import type { TimeSpan } from "@zpr/ports";

const INSTANT = /^\d{4}-\d{2}-\d{2}(?<time>[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads a `datetime` parameter: an instant, `a/b`, or one open end (`a/..`, `../b`, `a/`, `/b`). A date
 * without a time means the whole day. `undefined` when the text is none of these.
 */
export function parseInterval(text: string): TimeSpan | undefined {
  const [first = "", second, ...more] = text.split("/");
  if (more.length > 0) return undefined;
  const from = isOpen(first) && second !== undefined ? undefined : parse(first, "first");
  const to = isOpen(second) ? undefined : parse(second ?? first, "last");
  if (from === null || to === null || (!from && !to) || (from && to && from > to)) return undefined;
  return { ...(from && { from }), ...(to && { to }) };
}

function isOpen(end: string | undefined): boolean {
  return end === "" || end === "..";
}

/** Null when it is no instant. */
function parse(text: string, moment: "first" | "last"): Date | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const whole = match.groups?.["time"] ? text : text + END_OF_DAY[moment];
  const date = new Date(whole.toUpperCase().replace(" ", "T"));
  const isReal = !Number.isNaN(date.getTime()) && isDayOfMonth(text);
  return isReal ? date : null;
}

const END_OF_DAY = { first: "T00:00:00.000Z", last: "T23:59:59.999Z" };

/** JavaScript takes 30 February for 1 or 2 March. */
function isDayOfMonth(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
