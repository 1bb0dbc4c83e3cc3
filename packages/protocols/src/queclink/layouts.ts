/**
 * What stands where in the reports of each family of models, from the vendor's published interface
 * documents and published frames. A layout that a model's reports turn out not to have is never
 * guessed at: see `readings.ts`.
 */
import type { FieldName } from "./named-fields.ts";

/** The fields of a report behind the device's name. */
export interface Layout {
  /** Before the first position; `count` tells how many follow, one when it is absent. */
  readonly lead: readonly FieldName[];
  /** What stands in each position behind its cell; absent when the report has no position. */
  readonly behindCell?: BehindCell;
  /** After the last position. */
  readonly tail: readonly FieldName[];
  /** A field behind the tail, there when `eriMask` has this bit. */
  readonly masked?: { readonly bit: number; readonly name: FieldName };
}

/**
 * `odometer`: one field, kilometres or reserved. `mask`: a hexadecimal mask and the fields it
 * announces. `signal`: signal, bit errors and that mask.
 */
export type BehindCell = "nothing" | "odometer" | "mask" | "signal";

/** Layouts by the kind of report. */
export type Layouts = Readonly<Record<string, Layout>>;

function withoutPlace(...lead: readonly FieldName[]): Layout {
  return { lead, tail: [] };
}

function forKinds(kinds: string, layout: Layout): Layouts {
  return Object.fromEntries(kinds.split(" ").map((kind) => [kind, layout]));
}

/** Reports that all models have in one form. */
export const COMMON: Layouts = forKinds("PNA PFA PDP", withoutPlace());

/** Events with one position, which differ between families in what is behind its cell. */
function events(behindCell: BehindCell): Layouts {
  const one = (...lead: readonly FieldName[]): Layout => ({ lead, behindCell, tail: [] });
  return {
    ...forKinds("EPN EPF MPN MPF BTC STC JDR", one()),
    STT: one("state"),
    BPL: one("batteryVolts"),
    SWG: one("mode"),
    JDS: one("jamming"),
    TEM: one("alarmType", "temperatureCelsius"),
    ...forKinds("IGN IGF", one("durationSeconds")),
    ...forKinds("LSW TSW", one("inputType", "inputState")),
  };
}

const INFORMATION_GL = withoutPlace(
  ...(["state", "iccid", "gsmSignal", "-", "-", "-", "-", "batteryVolts", "charging"] as const),
  ...(["-", "-", "-", "-", "lastFixAt", "batteryPercent", "-", "temperatureCelsius"] as const),
);

const POSITIONS_GL: Layout = {
  lead: ["reportId", "reportType", "count"],
  behindCell: "odometer",
  tail: ["batteryPercent"],
};

/** GL200, GL300 and those built on it. */
export const GL: Layouts = {
  ...events("odometer"),
  ...forKinds("FRI RTL NMR SOS DOG GEO SPD DIS", POSITIONS_GL),
  TMP: { ...POSITIONS_GL, lead: ["alarmType", "temperatureCelsius", "count"] },
  LBC: { lead: ["-"], behindCell: "odometer", tail: ["batteryPercent"] },
  INF: INFORMATION_GL,
  BAT: withoutPlace("-", "-", "batteryPercent", "batteryVolts", "charging"),
  CSQ: withoutPlace("gsmSignal"),
};

/** GL320M: a report that says by a mask what it holds. */
export const GL_EXPANDED: Layouts = {
  ...GL,
  ERI: {
    lead: ["eriMask", "externalMillivolts", "reportType", "count"],
    behindCell: "odometer",
    tail: ["batteryPercent"],
    masked: { bit: 7, name: "externalBatteryPercent" },
  },
};

/** GL500 and GL530, which sleep between their reports. */
export const GL_SLEEPING: Layouts = {
  ...GL,
  ...forKinds("CTN STR RTL", {
    lead: ["reportId", "reportType", "moving", "temperatureCelsius", "batteryPercent"],
    behindCell: "nothing",
    tail: ["-", "-", "-"],
  }),
};

const TAIL_GL500M = ["batteryPercent", "mode", "moving", "temperatureCelsius"] as const;

/** GL500M. */
export const GL500M: Layouts = {
  INF: INFORMATION_GL,
  FRI: { lead: ["reportId", "reportType", "count"], behindCell: "signal", tail: TAIL_GL500M },
  ERI: {
    lead: ["eriMask", "externalMillivolts", "reportType", "count"],
    behindCell: "signal",
    tail: ["batteryPercent", "mode", "moving"],
  },
};

const ANALOGS = ["analog1", "analog2", "analog3"] as const;

/** Vehicle trackers with so many analog inputs in FRI and in ERI. */
export function vehicle(inFixed: 1 | 2 | 3, inExpanded: 1 | 2 | 3 = inFixed): Layouts {
  const withPower = ["externalMillivolts", "reportType", "count"] as const;
  const tail = (analogs: number): readonly FieldName[] => [
    "odometer",
    "hourMeter",
    ...ANALOGS.slice(0, analogs),
    "batteryPercent",
    "deviceStatus",
  ];
  return {
    ...events("mask"),
    ...forKinds("BTC STC", { lead: ["-"], behindCell: "mask", tail: [] }),
    ...forKinds("IGN IGF", {
      lead: ["durationSeconds"],
      behindCell: "mask",
      tail: ["hourMeter", "odometer"],
    }),
    ...forKinds("RTL SOS DOG GEO SPD DIS TOW HBM IGL", {
      lead: ["-", "reportType", "count"],
      behindCell: "mask",
      tail: ["odometer"],
    }),
    FRI: { lead: withPower, behindCell: "mask", tail: tail(inFixed) },
    ERI: { lead: ["eriMask", ...withPower], behindCell: "mask", tail: tail(inExpanded) },
    IDA: {
      lead: ["-", "driverId", "reportType", "count"],
      behindCell: "mask",
      tail: ["odometer"],
    },
    INF: withoutPlace(
      ...(["state", "iccid", "gsmSignal", "-", "-", "externalMillivolts", "-"] as const),
      ...(["batteryVolts", "charging"] as const),
    ),
  };
}

/** GV200: inputs and outputs stand where others have battery and status. */
export const GV200: Layouts = {
  ...vehicle(3),
  ...forKinds("FRI", gv200("externalMillivolts", "reportType", "count")),
  ...forKinds("ERI", gv200("eriMask", "externalMillivolts", "reportType", "count")),
};

function gv200(...lead: readonly FieldName[]): Layout {
  return {
    lead,
    behindCell: "mask",
    tail: ["odometer", "hourMeter", ...ANALOGS, "inputs", "outputs"],
  };
}

/** GV600M and its relatives: a second supply, and virtual ignition like ignition. */
export const GV600M: Layouts = {
  ...vehicle(2),
  ...forKinds("VGN VGF", {
    lead: ["durationSeconds"],
    behindCell: "mask",
    tail: ["hourMeter", "odometer"],
  }),
  INF: withoutPlace(
    ...(["state", "iccid", "gsmSignal", "-", "-", "externalMillivolts"] as const),
    ...(["secondExternalMillivolts", "batteryVolts", "charging"] as const),
  ),
};

/** CV200, a camera: a report type before how long the ignition was on. */
export const CV200: Layouts = {
  ...vehicle(2),
  ...forKinds("IGN IGF", {
    lead: ["-", "reportType", "durationSeconds"],
    behindCell: "mask",
    tail: ["hourMeter", "odometer"],
  }),
};
