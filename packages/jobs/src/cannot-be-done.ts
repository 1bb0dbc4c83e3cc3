/** A job that cannot be done, with the reason for the person who asked for it. */
export class CannotBeDone extends Error {
  override readonly name = "CannotBeDone";
}
