import type { EpisodeState } from "@zpr/model";

type Colours = Readonly<Record<EpisodeState, string>>;

/** Told apart by all kinds of colour vision (Okabe and Ito), by day and by night. */
const DAY: Colours = {
  drifting: "#0072b2",
  stranded: "#c04a00",
  carried: "#a8447f",
  silent: "#6b7780",
  held: "#8a6100",
};
const NIGHT: Colours = {
  drifting: "#56b4e9",
  stranded: "#ff9a4d",
  carried: "#e39bc6",
  silent: "#a9bec8",
  held: "#f0c04a",
};

/** The colour of each state; a dash tells them apart as well. */
export function stateColours(dark: boolean): Colours {
  return dark ? NIGHT : DAY;
}

/** Dashes in multiples of a line's width; an unbroken line where there are none. */
export const STATE_DASHES: Readonly<Record<EpisodeState, readonly [number, number] | null>> = {
  drifting: null,
  stranded: null,
  carried: [3, 1.5],
  silent: [0.6, 2],
  held: [1.2, 1.2],
};
