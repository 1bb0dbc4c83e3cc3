/** Speeds by how long they lasted, kept in classes so that a journey of any length has room. */

/** Width of a class, m/s. */
const CLASS = 0.02;
/** Everything faster is in the last one. */
const CLASSES = 250;

/** Seconds by class of speed; classes without any are left out. */
export type Speeds = Readonly<Record<string, number>>;

/** Adds a stretch of so many metres in so many seconds. */
export function addSpeed(speeds: Speeds, metres: number, seconds: number): Speeds {
  if (seconds <= 0) return speeds;
  const key = Math.min(CLASSES, Math.floor(metres / seconds / CLASS));
  return { ...speeds, [key]: (speeds[key] ?? 0) + seconds };
}

/** The speed that is not exceeded for a share of the time, m/s, to 0.01; null when nothing moved. */
export function speedQuantile(speeds: Speeds, share: number): number | null {
  const classes = Object.entries(speeds)
    .map(([key, seconds]) => [Number(key), seconds] as const)
    .sort(([a], [b]) => a - b);
  const total = classes.reduce((sum, [, seconds]) => sum + seconds, 0);
  let passed = 0;
  for (const [key, seconds] of classes) {
    passed += seconds;
    if (passed >= share * total) return Math.round((key + 0.5) * CLASS * 100) / 100;
  }
  return null;
}
