/**
 * What the numbers in a record of a Digital Matter tracker mean, the same over TCP and in JSON. From
 * the vendor's public support pages ("Default I/O mappings", "Telemetry"): analogues 1 battery,
 * 3 temperature, 4 signal, 5 loaded battery; status flags; units from published captures.
 */
import type { Position } from "@zpr/model";
import type { Told } from "./told.ts";

/** A record older than its fix by more only repeats where the tracker was. */
const OLD_MILLISECONDS = 10 * 60_000;

/** A position with the receiver's own word on it. */
export interface Place {
  /** The receiver's clock. */
  readonly fixedAt: Date;
  readonly position: Position;
  /** 0 none, bit 0 valid, bit 1 three-dimensional. */
  readonly status: number;
  readonly altitudeMetres: number | null;
  readonly speedCentimetresPerSecond: number | null;
  readonly headingDegrees: number | null;
  readonly accuracyMetres: number | null;
  readonly pdopTenths: number | null;
  readonly speedAccuracyDecimetresPerSecond: number | null;
}

/** A place in a record that the tracker wrote when its own clock said `writtenAt`. */
export function placed(place: Place, writtenAt: Date): Told {
  const [longitude, latitude] = place.position;
  const status = { gpsStatus: place.status };
  if (longitude === 0 && latitude === 0) return { attributes: status };
  const isOld = writtenAt.getTime() - place.fixedAt.getTime() > OLD_MILLISECONDS;
  const isValid = (place.status & 1) !== 0 && !isOld;
  const speed = place.speedCentimetresPerSecond;
  return {
    position: place.position,
    quality: isValid ? "valid" : "stale",
    ...(isValid && { time: place.fixedAt }),
    altitudeMetres: place.altitudeMetres,
    speedMetresPerSecond: speed === null ? null : speed / 100,
    headingDegrees: place.headingDegrees,
    accuracyMetres: place.accuracyMetres,
    attributes: {
      ...status,
      ...otherTime(place.fixedAt, writtenAt, isValid),
      ...(place.pdopTenths !== null && { pdop: place.pdopTenths / 10 }),
      ...(place.speedAccuracyDecimetresPerSecond !== null && {
        speedAccuracyMetresPerSecond: place.speedAccuracyDecimetresPerSecond / 10,
      }),
    },
  };
}

/** The clock that the fix does not bear. */
function otherTime(fixedAt: Date, writtenAt: Date, isValid: boolean) {
  if (fixedAt.getTime() === writtenAt.getTime()) return {};
  return isValid ? { recordTime: writtenAt.toISOString() } : { fixTime: fixedAt.toISOString() };
}

/** What one of the analogue inputs measures; those without a common meaning by their number. */
export function analogue(number: number, value: number): Told {
  switch (number) {
    case 1:
      return { batteryVolts: value / 1000 };
    case 2:
      return { attributes: { externalVolts: value / 100 } };
    case 3:
      return { attributes: { temperatureCelsius: value / 100 } };
    case 4:
      return { attributes: { gsmSignal: value } };
    case 5:
      return { attributes: { loadedVolts: value / 1000 } };
    default:
      return { attributes: { [`analogue${number}`]: value } };
  }
}

/** The tracker's inputs, outputs and status flags, as far as it tells them. */
export interface Switches {
  readonly inputs: number | undefined;
  readonly outputs: number | undefined;
  readonly status: number | undefined;
}

/** Switches as numbers, and by name the flags that mean the same on all models. */
export function switched({ inputs, outputs, status }: Switches): Told {
  return {
    attributes: {
      ...(inputs !== undefined && { inputs }),
      ...(outputs !== undefined && { outputs }),
      ...(status !== undefined && {
        deviceStatus: status,
        inTrip: (status & 0x01) !== 0,
        batteryGood: (status & 0x02) !== 0,
        ...(status & 0x40 && { tampered: true }),
      }),
    },
  };
}
