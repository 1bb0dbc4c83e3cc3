/** A measured water level. */
export interface WaterLevel {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly levelMetres: number;
}

/** Why a line of a table is no water level; lines are numbered from 1. */
export interface LevelProblem {
  readonly kind: "columns" | "time" | "level" | "twice" | "too-few";
  readonly line: number;
}

/** What a table of water levels says, in time order, and what is wrong with it. */
export interface LevelTable {
  readonly levels: readonly WaterLevel[];
  readonly problems: readonly LevelProblem[];
}

/** More are the same mistake again. */
const MOST_PROBLEMS = 20;
/** No water stands so high, nor any centimetre gauge so low. */
const MOST_METRES = 30;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads time and level in metres from the first two columns; times without a zone are UTC. A head is left out, so are empty levels. */
export function readLevels(text: string): LevelTable {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const separator = separatorOf(lines);
  const problems: LevelProblem[] = [];
  const byTime = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const wrong = takeLine(byTime, readLine(line, { separator, isFirst: at === 0 }));
    if (wrong) problems.push({ kind: wrong, line: at + 1 });
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (byTime.size < 2 && problems.length === 0) problems.push({ kind: "too-few", line: 1 });
  const levels = [...byTime].map(([time, levelMetres]) => ({ time, levelMetres }));
  return { levels: levels.sort((a, b) => a.time - b.time), problems };
}

/** The same level said again is no problem. */
function takeLine(
  byTime: Map<number, number>,
  read: WaterLevel | LevelProblem["kind"] | undefined,
): LevelProblem["kind"] | undefined {
  if (typeof read !== "object") return read;
  const before = byTime.get(read.time);
  if (before !== undefined && before !== read.levelMetres) return "twice";
  byTime.set(read.time, read.levelMetres);
  return undefined;
}

/** Semicolons and tabs leave commas to decimals. */
function separatorOf(lines: readonly string[]): string {
  const sample = lines.slice(0, 20).join("\n");
  if (sample.includes(";")) return ";";
  return sample.includes("\t") ? "\t" : ",";
}

interface Place {
  readonly separator: string;
  readonly isFirst: boolean;
}

function readLine(
  line: string,
  { separator, isFirst }: Place,
): WaterLevel | LevelProblem["kind"] | undefined {
  if (line.trim() === "") return undefined;
  const [when, said] = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const time = instantOf(when ?? "");
  if (time === undefined && isFirst) return undefined;
  if (said === undefined) return "columns";
  if (time === undefined) return "time";
  if (said === "") return undefined;
  const levelMetres = Number(said.replace(",", "."));
  const isLevel = Number.isFinite(levelMetres) && Math.abs(levelMetres) <= MOST_METRES;
  return isLevel ? { time, levelMetres } : "level";
}

function instantOf(text: string): number | undefined {
  const found = INSTANT.exec(text);
  if (!found) return undefined;
  const [, day, clock = "", zone = "Z"] = found;
  const time = Date.parse(`${day}T${clock.replace(",", ".")}${zone.toUpperCase()}`);
  return Number.isNaN(time) ? undefined : time;
}
