import type { Position } from "./plane.ts";

/** A place on the river: where it is, and its river kilometre from Melle. */
export interface Place {
  readonly name: string;
  readonly position: Position;
  readonly kilometre: number;
}

/** Mid-river off each place, from the places' own coordinates; kilometres as rivermen count them. */
export const PLACES: readonly Place[] = [
  { name: "Melle", position: [3.8, 51.006], kilometre: 0 },
  { name: "Wetteren", position: [3.884, 51.008], kilometre: 7 },
  { name: "Dendermonde", position: [4.099, 51.0345], kilometre: 30 },
  { name: "Temse", position: [4.2145, 51.1218], kilometre: 53 },
  { name: "Wintam", position: [4.3115, 51.1255], kilometre: 60 },
  { name: "Hemiksem", position: [4.3265, 51.145], kilometre: 63 },
  { name: "Antwerp", position: [4.394, 51.2227], kilometre: 74 },
  { name: "Lillo", position: [4.287, 51.301], kilometre: 89 },
  { name: "Bath", position: [4.205, 51.392], kilometre: 101 },
  { name: "Hansweert", position: [4.0, 51.433], kilometre: 116 },
  { name: "Terneuzen", position: [3.82, 51.352], kilometre: 131 },
  { name: "Vlissingen", position: [3.585, 51.425], kilometre: 148 },
];

/** Bridges, ferries and quays against which the generalised inland line is laid. */
export const LANDMARKS: readonly { readonly name: string; readonly position: Position }[] = [
  { name: "bridge of Schoonaarde", position: [4.0105, 51.0055] },
  { name: "bridge of Dendermonde", position: [4.099, 51.0345] },
  { name: "bridge of Temse", position: [4.2145, 51.1218] },
  { name: "ferry of Hemiksem", position: [4.3265, 51.145] },
  { name: "ferry of Kruibeke", position: [4.3275, 51.174] },
  { name: "the Steen at Antwerp", position: [4.394, 51.2227] },
];

/** WDBII lies some 350 m east and 550 m north of the ground here; judged by `LANDMARKS`. */
export const WDBII_SHIFT: Position = [-0.005, -0.005];

/** Drawn by the project, schematic: from the last inland vertex past Lillo and Doel to Bath. */
export const LILLO_TO_BATH: readonly Position[] = [
  [4.302, 51.26],
  [4.316, 51.276],
  [4.314, 51.289],
  [4.287, 51.301],
  [4.27, 51.315],
  [4.271, 51.334],
  [4.254, 51.349],
  [4.228, 51.368],
];

/** Drawn by the project: roughly mid-water; the script moves each to the middle between shores. */
export const BATH_TO_VLISSINGEN: readonly Position[] = [
  [4.205, 51.392],
  [4.165, 51.388],
  [4.12, 51.385],
  [4.07, 51.386],
  [4.035, 51.4],
  [4.0, 51.433],
  [3.965, 51.433],
  [3.935, 51.415],
  [3.91, 51.388],
  [3.87, 51.368],
  [3.82, 51.36],
  [3.77, 51.37],
  [3.72, 51.385],
  [3.66, 51.41],
  [3.6, 51.425],
];

/** Drawn by the project, schematic: out to sea and along the coast past Zeebrugge. */
export const VLISSINGEN_TO_SEA: readonly Position[] = [
  [3.54, 51.43],
  [3.45, 51.425],
  [3.36, 51.41],
  [3.27, 51.395],
  [3.18, 51.38],
  [3.08, 51.36],
];

/** Half the width between banks in metres by river kilometre, where the coast line has no water. */
export const HALF_WIDTHS: readonly (readonly [kilometre: number, metres: number])[] = [
  [0, 25],
  [30, 55],
  [53, 130],
  [60, 170],
  [74, 230],
  [89, 450],
  [95, 650],
  [101, 1100],
];

/** The widest the drift may spread at sea, metres to each side of the line. */
export const HALF_WIDTH_AT_SEA = 3000;
