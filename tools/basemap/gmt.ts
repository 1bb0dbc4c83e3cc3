import { execFileSync } from "node:child_process";

/** Where Debian installs GMT. */
const GMT = "/usr/bin/gmt";

/** West, east, south, north, WGS 84 degrees. */
export type Region = readonly [west: number, east: number, south: number, north: number];
/** Longitude first, WGS 84 degrees. */
export type Place = readonly [longitude: number, latitude: number];

/** Where GMT is to look: (f)ull, (h)igh or (i)ntermediate resolution, and a folder it may write to. */
export interface Coverage {
  readonly region: Region;
  readonly resolution: "f" | "h" | "i";
  readonly folder: string;
}

/** Lines of GSHHG, cut where GMT keeps them apart. */
export function coastLines(coverage: Coverage, what: readonly string[]): Place[][] {
  const lines: Place[][] = [];
  for (const row of gmt(["coast", ...places(coverage), "-M", ...what], coverage).split("\n")) {
    if (row.startsWith(">")) lines.push([]);
    const [x = Number.NaN, y = Number.NaN] = row.trim().split(/\s+/).map(Number);
    if (Number.isFinite(x) && Number.isFinite(y)) lines.at(-1)?.push([x, y]);
  }
  return lines.filter((line) => line.length > 1);
}

/** The indices of the places that lie on land. */
export function onLand(coverage: Coverage, candidates: readonly Place[]): ReadonlySet<number> {
  const input = candidates.map(([x, y], index) => `${x} ${y} ${index}`).join("\n");
  const kept = gmt(["select", ...places(coverage), "-Ns/k/s/k/s"], coverage, input);
  return new Set(
    kept
      .trim()
      .split("\n")
      .map((row) => Number(row.trim().split(/\s+/)[2])),
  );
}

function places({ region, resolution }: Coverage): string[] {
  return [`-R${region.join("/")}`, `-D${resolution}`];
}

/** GMT leaves a history file where it runs. */
function gmt(parameters: readonly string[], { folder: cwd }: Coverage, input = ""): string {
  return execFileSync(GMT, parameters, {
    encoding: "utf8",
    cwd,
    input,
    maxBuffer: 2 ** 28,
    stdio: ["pipe", "pipe", "ignore"],
  });
}
