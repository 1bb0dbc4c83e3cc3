import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import type { Position } from "./plane.ts";

/** Where Debian installs GMT. */
const GMT = "/usr/bin/gmt";
const REGION = "-R3.0/4.5/50.95/51.60";

/** Full-resolution lines of GSHHG around the Scheldt, through the GMT program. */
export function gshhgLines(what: "rivers" | "shores"): Position[][] {
  const choice = what === "rivers" ? "-Ia" : "-W";
  // GMT leaves a history file where it runs.
  const text = execFileSync(GMT, ["coast", REGION, "-Df", choice, "-M"], {
    encoding: "utf8",
    cwd: tmpdir(),
  });
  const lines: Position[][] = [];
  for (const row of text.split("\n")) {
    if (row.startsWith(">")) lines.push([]);
    else if (row !== "" && !row.startsWith("#")) {
      const [longitude = Number.NaN, latitude = Number.NaN] = row.trim().split(/\s+/).map(Number);
      lines.at(-1)?.push([longitude, latitude]);
    }
  }
  return lines.filter((line) => line.length > 1);
}

/** Whether GMT and its full-resolution coast lines can be used; if not, how to get them. */
export function whatIsMissing(): string | undefined {
  try {
    if (gshhgLines("rivers").length > 0) return undefined;
  } catch {
    // Explained below: the program is absent, or its data are.
  }
  return [
    "This script reads GSHHG 2.3.7 (LGPL-3+) through GMT and installs nothing by itself.",
    "On Debian or Ubuntu: apt-get install --no-install-recommends gmt gmt-gshhg-full",
  ].join("\n");
}
