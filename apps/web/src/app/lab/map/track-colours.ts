import type { Colouring } from "./map-address.ts";
import { phaseAt, type TideTurn } from "./tide-phase.ts";
import type { Segment } from "./timed-track.ts";

/** Red, green, blue, from 0 to 255. */
type Rgb = readonly [red: number, green: number, blue: number];

/** Dark to light in equal steps of lightness, told apart by all kinds of colour vision (as Viridis). */
const RAMP: readonly string[] = ["#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"];
/** By night the dark end would be lost. */
const RAMP_NIGHT: readonly string[] = ["#7b6fd6", "#4a93c4", "#2fb5a0", "#84d44b", "#fde725"];
/** Told apart by all kinds of colour vision (Okabe and Ito). */
const KINDS: readonly string[] = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#d55e00",
  "#7f7f7f",
];
/** Round the tide and back: dark at high water, light at low; the ebb goes by red, the flood by blue. */
const TIDE: readonly string[] = ["#2b1055", "#c4572e", "#f2c230", "#4f8fd0", "#2b1055"];
const TIDE_NIGHT: readonly string[] = ["#a88bf0", "#e0714a", "#f7e08c", "#5aa0e6", "#a88bf0"];
/** From one high water to the next, about. */
const TIDE_HOURS = 12.42;
/** As the kinds above: orange runs out, blue comes in. */
export const FLOW_COLOURS = { ebb: "#d55e00", flood: "#56b4e9" } as const;
/** Metres per second at the light end: about as fast as the tidal Scheldt runs. */
export const FASTEST = 1.5;

/** One line of the legend of colours: a name that is a text of its own, or one end of a ramp. */
export interface ColourName {
  readonly colour: string;
  readonly name: string;
}

/** What gives segments their colours. */
export interface ColourBy {
  readonly colouring: Colouring;
  readonly dark: boolean;
  /** Seconds since 1970 at the ends of the ramp. */
  readonly from: number;
  readonly to: number;
  /** What an item is of, by its code: its type or release. */
  readonly groupOf: ReadonlyMap<string, string>;
  /** The groups in the order of the legend. */
  readonly groups: readonly string[];
  /** High and low waters of where the tracks are, for the colours of the tide. */
  readonly turns: readonly TideTurn[];
}

/** The colours of the ramp, for legends. */
export function rampColours(dark: boolean): readonly string[] {
  return dark ? RAMP_NIGHT : RAMP;
}

/** The colours from one high water to the next, for legends. */
export function tideColours(dark: boolean): readonly string[] {
  return dark ? TIDE_NIGHT : TIDE;
}

/** Names of groups with their colours; more groups than colours share the last, grey. */
export function groupColours(groups: readonly string[]): readonly ColourName[] {
  return groups.map((name, at) => ({ name, colour: KINDS[Math.min(at, KINDS.length - 1)] ?? "" }));
}

/** How segments are coloured. */
export function colourOf(by: ColourBy): (segment: Segment) => Rgb {
  const ramp = rampColours(by.dark).map(parse);
  const kinds = new Map(groupColours(by.groups).map(({ name, colour }) => [name, parse(colour)]));
  const plain = parse(by.dark ? "#8fd0ea" : "#1d5f83");
  if (by.colouring === "tide" || by.colouring === "flow") return tideColourOf(by);
  return ({ track, at, metresPerSecond }) => {
    if (by.colouring === "time")
      return mixed(ramp, ((track.times[at] ?? 0) - by.from) / Math.max(1, by.to - by.from));
    if (by.colouring === "speed") return mixed(ramp, metresPerSecond / FASTEST);
    if (by.colouring === "plain") return plain;
    return kinds.get(by.groupOf.get(track.itemCode) ?? "") ?? plain;
  };
}

/** By the phase at the beginning of a piece; grey where the tide is not known. */
function tideColourOf({ colouring, dark, turns }: ColourBy): (segment: Segment) => Rgb {
  const ramp = tideColours(dark).map(parse);
  const flow = { ebb: parse(FLOW_COLOURS.ebb), flood: parse(FLOW_COLOURS.flood) };
  const unknown = parse("#8a8a8a");
  return ({ track, at }) => {
    const phase = phaseAt(turns, (track.times[at] ?? 0) * 1000);
    if (!phase) return unknown;
    if (colouring === "flow") return flow[phase.direction];
    return mixed(ramp, phase.hoursSinceHighWater / TIDE_HOURS);
  };
}

function mixed(ramp: readonly Rgb[], share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const [low, high] = [ramp[Math.floor(place)], ramp[Math.ceil(place)]];
  const part = place % 1;
  const channel = (at: 0 | 1 | 2) =>
    Math.round((low?.[at] ?? 0) * (1 - part) + (high?.[at] ?? 0) * part);
  return [channel(0), channel(1), channel(2)];
}

function parse(hex: string): Rgb {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}
