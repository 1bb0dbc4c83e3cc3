import type { Span } from "./span.ts";
import type { TimedTrack } from "./timed-track.ts";

/** So many fixes make a piece: a second on a slow line, and a graphics card draws them all. */
const PIECE_FIXES = 50_000;
const SHORTEST_MS = 2 * 86_400_000;

/** How long a piece of a study's time is, milliseconds: two days at least, more where there are few fixes. */
export function pieceLength({ from, to }: Span, fixes: number): number {
  return Math.max(SHORTEST_MS, (PIECE_FIXES * (to - from)) / Math.max(1, fixes));
}

/** The pieces of a span that a moment needs, the one it is in first: then those before and after. */
export function piecesAt(span: Span, at: number, length: number): readonly Span[] {
  const count = Math.max(1, Math.round((span.to - span.from) / length));
  const edge = (n: number) => span.from + Math.round((n * (span.to - span.from)) / count);
  const here = Math.min(
    count - 1,
    Math.max(0, Math.floor(((at - span.from) / (span.to - span.from)) * count)),
  );
  return [here, here + 1, here - 1]
    .filter((n) => n >= 0 && n < count)
    .map((n) => ({ from: edge(n), to: edge(n + 1) }));
}

/** Tracks of pieces that follow each other as whole ones. */
export function joinedTracks(pieces: readonly (readonly TimedTrack[])[]): readonly TimedTrack[] {
  const [only = [], ...more] = pieces;
  if (more.length === 0) return only;
  const parts = new Map<string, TimedTrack[]>();
  for (const track of pieces.flat()) {
    const key = `${track.trackerId} ${track.itemCode}`;
    const known = parts.get(key);
    if (known) known.push(track);
    else parts.set(key, [track]);
  }
  return [...parts.values()].map(joined);
}

/** A place at the edge of two pieces is in both. */
function joined(parts: readonly TimedTrack[]): TimedTrack {
  const sorted = parts.toSorted((a, b) => (a.times[0] ?? 0) - (b.times[0] ?? 0));
  let last = Number.NEGATIVE_INFINITY;
  const news = sorted.map((part) => {
    const from = part.times.findIndex((time) => time > last);
    last = Math.max(last, part.times.at(-1) ?? last);
    return { part, from: from < 0 ? part.times.length : from };
  });
  const column = (name: "times" | "longitudes" | "latitudes") =>
    concatenated(news.map(({ part, from }) => part[name].subarray(from)));
  const [{ trackerId, itemCode }] = sorted as [TimedTrack];
  return {
    ...{ trackerId, itemCode },
    everySeconds: Math.max(...parts.map((part) => part.everySeconds)),
    times: column("times"),
    longitudes: column("longitudes"),
    latitudes: column("latitudes"),
  };
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
