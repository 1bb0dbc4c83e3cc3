/** Ends work that is called off, taken over, or interrupted by the end of the process. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly why: "cancelled" | "lost" | "closing";

  constructor(why: Stopped["why"]) {
    super(`the job is to stop: ${why}`);
    this.why = why;
  }
}
