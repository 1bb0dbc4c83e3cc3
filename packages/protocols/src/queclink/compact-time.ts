/** The instant that 14 digits YYYYMMDDHHMMSS name in UTC, or undefined when they name none of this century. */
export function compactTime(text: string | undefined): Date | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? "") ?? [];
  if (!year) return undefined;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // A day that its month does not have becomes one of the next month.
  return time.getUTCDate() === Number(day) && time.getUTCHours() === Number(hour)
    ? time
    : undefined;
}
