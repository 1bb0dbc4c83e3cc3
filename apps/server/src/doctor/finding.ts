/** How one thing is that we depend on. */
export interface Finding {
  /** What was looked at. */
  readonly subject: string;
  /** `doubtful` works today and may not tomorrow; with what is `broken`, zpr does not do its work. */
  readonly state: "well" | "doubtful" | "broken";
  /** What was seen. */
  readonly found: string;
  /** What to do about it; only where something is to be done. */
  readonly advice?: string;
}

/** A finding about something that may fail: what it throws is what was found. */
export async function lookAt(
  subject: string,
  look: () => Promise<Omit<Finding, "subject">>,
  advice: string,
): Promise<Finding> {
  try {
    return { subject, ...(await look()) };
  } catch (error) {
    return { subject, state: "broken", found: wordsOf(error), advice };
  }
}

/** What went wrong, with the reason below it: clients like to say only that something failed. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${wordsOf(error.cause)}` : "";
  return `${error.message}${cause}`;
}
