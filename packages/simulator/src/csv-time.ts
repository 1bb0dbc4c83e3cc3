const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The pieces a written time is made of; `Mon` is an English month of three letters. */
const PIECES: ReadonlyMap<string, string> = new Map([
  ["YYYY", "(?<year>\\d{4})"],
  ["Mon", "(?<month>[A-Za-z]{3})"],
  ["MM", "(?<month>\\d{1,2})"],
  ["DD", "(?<day>\\d{1,2})"],
  ["hh", "(?<hour>\\d{1,2})"],
  ["mm", "(?<minute>\\d{1,2})"],
  ["ss", "(?<second>\\d{1,2}(?:\\.\\d+)?)"],
]);
const PIECE = /YYYY|Mon|MM|DD|hh|mm|ss/g;
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds since 1970 UTC, or undefined when the text is no time. */
type ReadTime = (text: string) => number | undefined;

/** How to read times of a format: `iso` (with zone), `unix`, `unixMillis`, or pieces taken as UTC. */
export function timeReader(format: string): ReadTime | undefined {
  if (format === "iso") return (text) => (ISO.test(text) ? finite(Date.parse(text)) : undefined);
  if (format === "unix") return (text) => scaled(text, 1000);
  if (format === "unixMillis") return (text) => scaled(text, 1);
  const escaped = format.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = escaped.replace(PIECE, (piece) => PIECES.get(piece) ?? piece);
  if (!/<year>/.test(pattern) || !/<month>/.test(pattern) || !/<day>/.test(pattern))
    return undefined;
  const expression = new RegExp(`^${pattern}$`);
  return (text) => fromPieces(expression.exec(text)?.groups);
}

/** Refuses the 30th of February, which `Date.UTC` would take for the 2nd of March. */
function fromPieces(groups: Readonly<Record<string, string>> | undefined): number | undefined {
  if (!groups) return undefined;
  const { year = "", month = "", day = "", hour = "0", minute = "0", second = "0" } = groups;
  const named = MONTHS.indexOf(month.toLowerCase());
  const monthIndex = named >= 0 ? named : Number(month) - 1;
  const time = Date.UTC(Number(year), monthIndex, Number(day), Number(hour), Number(minute));
  const date = new Date(time);
  const asWritten =
    date.getUTCMonth() === monthIndex &&
    date.getUTCDate() === Number(day) &&
    date.getUTCHours() === Number(hour) &&
    date.getUTCMinutes() === Number(minute) &&
    Number(second) < 60;
  return asWritten ? time + Math.round(Number(second) * 1000) : undefined;
}

function scaled(text: string, factor: number): number | undefined {
  return text === "" ? undefined : finite(Math.round(Number(text) * factor));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
