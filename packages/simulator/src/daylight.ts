/** Whether people are about: 7 to 20 h UTC. */
export function inDaylight(time: number): boolean {
  const hour = (time / 3_600_000) % 24;
  return hour >= 7 && hour < 20;
}
