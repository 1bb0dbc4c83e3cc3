/** Seconds since 1970 are below this for another two thousand years; milliseconds are above it since 1973. */
const FIRST_MILLISECONDS = 1e11;
const LAST_TIME = Date.UTC(10_000, 0);

/** An instant from ISO 8601 with a zone, `yyyy-MM-dd HH:mm:ss` in UTC, or seconds or milliseconds since 1970. */
export function timeFrom(value: unknown): Date | undefined {
  if (typeof value === "number") return fromNumber(value);
  if (typeof value !== "string" || value === "") return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return fromNumber(Number(value));
  const plain = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(value);
  if (plain) return valid(new Date(`${plain[1]}T${plain[2]}Z`));
  const hasZone = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value);
  return hasZone ? valid(new Date(value)) : undefined;
}

function fromNumber(number: number): Date | undefined {
  return valid(new Date(number < FIRST_MILLISECONDS ? number * 1000 : number));
}

function valid(time: Date): Date | undefined {
  const milliseconds = time.getTime();
  return milliseconds >= 0 && milliseconds < LAST_TIME ? time : undefined;
}
