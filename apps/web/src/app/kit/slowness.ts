/** Frames longer than this are felt to lag, milliseconds. */
const SLOW_MS = 50;
/** So many in a row tell what a device can do. */
const JUDGED_FRAMES = 6;

/** Judges a device by the lengths of its frames, in milliseconds: once slow, it stays so. */
export function slowness(): { tell(milliseconds: number): boolean } {
  let frames = 0;
  let sum = 0;
  let isSlow = false;
  return {
    tell(milliseconds) {
      if (isSlow) return true;
      frames++;
      sum += milliseconds;
      if (frames < JUDGED_FRAMES) return false;
      isSlow = sum / frames > SLOW_MS;
      frames = 0;
      sum = 0;
      return isSlow;
    },
  };
}
