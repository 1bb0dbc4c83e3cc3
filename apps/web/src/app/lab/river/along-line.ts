import type { Position } from "@zpr/model";

/** A line with the river kilometres of its two ends. */
export interface KilometreLine {
  readonly name: string;
  readonly coordinates: readonly Position[];
  readonly kilometres: { readonly from: number; readonly to: number } | null;
}

/** A kilometre post: where it stands and what is on it. */
export interface KilometrePost {
  readonly kilometre: number;
  readonly position: Position;
}

/** More would hide the river. */
const MOST_POSTS = 30;
const STEPS = [1, 2, 5, 10, 20, 50, 100] as const;

/** Posts at round kilometres along lines, as many as a map has room for. */
export function kilometrePosts(lines: readonly KilometreLine[]): readonly KilometrePost[] {
  const total = lines.reduce((sum, { kilometres }) => sum + lengthOf(kilometres), 0);
  const every = STEPS.find((step) => total / step <= MOST_POSTS) ?? 200;
  return lines.flatMap((line) => {
    if (!line.kilometres) return [];
    const { from, to } = line.kilometres;
    const first = Math.ceil(from / every);
    const count = Math.max(0, Math.floor(to / every) - first + 1);
    return Array.from({ length: count }, (_, at) => {
      const kilometre = (first + at) * every;
      return { kilometre, position: placeAt(line, kilometre) };
    });
  });
}

/** The part of a line between two river kilometres; undefined when they are not on it. */
export function stretchOf(
  line: KilometreLine,
  fromKilometre: number,
  toKilometre: number,
): readonly Position[] | undefined {
  if (!line.kilometres) return undefined;
  const from = Math.max(fromKilometre, line.kilometres.from);
  const to = Math.min(toKilometre, line.kilometres.to);
  if (to <= from) return undefined;
  const shares = sharesOf(line.coordinates);
  const [start, end] = [shareAt(line.kilometres, from), shareAt(line.kilometres, to)];
  const between = line.coordinates.filter((_, at) => {
    const share = shares[at] ?? 0;
    return share > start && share < end;
  });
  return [placeAt(line, from), ...between, placeAt(line, to)];
}

/** The place on a line at a river kilometre between those of its ends. */
function placeAt({ coordinates, kilometres }: KilometreLine, kilometre: number): Position {
  const shares = sharesOf(coordinates);
  const share = kilometres ? shareAt(kilometres, kilometre) : 0;
  const next = Math.max(
    1,
    shares.findIndex((one) => one >= share),
  );
  const [before = [0, 0], after = before] = [coordinates[next - 1], coordinates[next]];
  const [low = 0, high = low] = [shares[next - 1], shares[next]];
  const part = high > low ? Math.min(1, Math.max(0, (share - low) / (high - low))) : 0;
  return [before[0] + (after[0] - before[0]) * part, before[1] + (after[1] - before[1]) * part];
}

function shareAt({ from, to }: { from: number; to: number }, kilometre: number): number {
  return to > from ? (kilometre - from) / (to - from) : 0;
}

/** Which share of the length lies before each corner; on a map a sphere is near enough. */
function sharesOf(coordinates: readonly Position[]): readonly number[] {
  const sums = [0];
  for (const [at, [x, y]] of coordinates.slice(1).entries()) {
    const [fromX, fromY] = coordinates[at] ?? [x, y];
    const wide = (x - fromX) * Math.cos((y * Math.PI) / 180);
    sums.push((sums.at(-1) ?? 0) + Math.hypot(wide, y - fromY));
  }
  const whole = sums.at(-1) || 1;
  return sums.map((sum) => sum / whole);
}

function lengthOf(kilometres: KilometreLine["kilometres"]): number {
  return kilometres ? kilometres.to - kilometres.from : 0;
}
