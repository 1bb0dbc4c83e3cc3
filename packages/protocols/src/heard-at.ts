import type { Fix } from "@zpr/model";

/** A fix that tells no more than that something was heard. */
export function heardAt(time: Date, attributes: Fix["attributes"]): Fix {
  return {
    time,
    position: null,
    quality: "none",
    altitudeMetres: null,
    speedMetresPerSecond: null,
    headingDegrees: null,
    satellites: null,
    hdop: null,
    accuracyMetres: null,
    batteryVolts: null,
    batteryPercent: null,
    attributes,
  };
}
