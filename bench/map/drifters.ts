import { type Position, tileKey } from "@zpr/model";
import { scheldt } from "@zpr/simulator";

const HOUR = 3_600_000;
const TIDE_HOURS = 12.42;
const EXCURSION_KILOMETRES = 9;
/** One of three lies on a bank for a while, with the noise of its receiver. */
const STRANDED_SHARE = 1 / 3;
const NOISE_METRES = 6;

/**
 * Lines for COPY: `count` fixes of `trackers` drifters that go to and fro with the tide of the
 * Scheldt, a fix an hour, in the order in which they would come in. The same for the same numbers.
 */
export function* drifterLines(count: number, trackers: number, until: number): Generator<string> {
  const hours = Math.ceil(count / trackers);
  for (let made = 0, hour = hours; hour > 0; hour--)
    for (let tracker = 1; tracker <= trackers && made < count; tracker++, made++)
      yield line(tracker, hour, until - hour * HOUR + ((tracker * 3571) % HOUR));
}

function line(tracker: number, hour: number, time: number): string {
  const position = placeAt(tracker, time / HOUR);
  const instant = new Date(time).toISOString();
  const [longitude, latitude] = position.map((degrees) => degrees.toFixed(7));
  const spike = chance(tracker, hour, 5) < 0.01 ? 128 : 0;
  return `${tracker}\t${instant}\t${hour}\t${hour}\t${instant}\t${longitude}\t${latitude}\t${tileKey(position)}\t0\t${spike}\n`;
}

function placeAt(tracker: number, hour: number): Position {
  const stay = Math.floor(hour / 60 + chance(tracker, 0, 1));
  const isStranded = chance(tracker, stay, 2) < STRANDED_SHARE;
  const middle = scheldt.firstKilometre + chance(tracker, stay, 3) * lengthOfRiver;
  const swing = isStranded ? 0 : Math.sin((hour / TIDE_HOURS) * 2 * Math.PI) * EXCURSION_KILOMETRES;
  const kilometre = middle + swing + noise(tracker, hour, 6);
  const aside = isStranded ? 1 : 1.6 * (chance(tracker, Math.floor(hour), 7) - 0.5);
  return scheldt.positionAt(
    kilometre,
    scheldt.halfWidthAt(kilometre) * aside + noise(tracker, hour, 8) * 1000,
  );
}

const lengthOfRiver = scheldt.lastKilometre - scheldt.firstKilometre;

function noise(tracker: number, hour: number, salt: number): number {
  return ((chance(tracker, Math.floor(hour), salt) - 0.5) * 2 * NOISE_METRES) / 1000;
}

/** A number from 0 to 1 that belongs to three others. */
function chance(a: number, b: number, c: number): number {
  let bits = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}
