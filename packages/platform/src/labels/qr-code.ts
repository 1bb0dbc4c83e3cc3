import { encode } from "uqr";

/** Rows of modules, true for dark, without the quiet zone. */
export type QrModules = readonly (readonly boolean[])[];

/** Light modules around a QR code, ISO/IEC 18004 section 9.1. */
export const QUIET_MODULES = 4;

/**
 * Where modules would be smaller than this, in millimetres, larger ones help more than redundancy:
 * a phone held at 15 cm still tells them apart when they are wet.
 */
const COMFORTABLE_MILLIMETRES = 0.33;
/** Smaller modules run into each other on an office printer, in millimetres. */
const SMALLEST_MILLIMETRES = 0.2;

/**
 * The QR code of a text that best survives scratches when it is printed on a square of that side,
 * quiet zone included; `undefined` when it could not be printed. A quarter of it may be lost
 * (level Q, or H where that costs no module), on small labels 15 % (level M).
 */
export function qrCode(text: string, sideMillimetres: number): QrModules | undefined {
  const tough = modulesOf(text, "Q");
  const moduleMillimetres = (modules: QrModules) =>
    sideMillimetres / (modules.length + 2 * QUIET_MODULES);
  if (moduleMillimetres(tough) >= COMFORTABLE_MILLIMETRES) return tough;
  const coarse = modulesOf(text, "M");
  return moduleMillimetres(coarse) >= SMALLEST_MILLIMETRES ? coarse : undefined;
}

function modulesOf(text: string, level: "M" | "Q"): QrModules {
  return encode(text, { ecc: level, boostEcc: true, border: 0 }).data;
}
