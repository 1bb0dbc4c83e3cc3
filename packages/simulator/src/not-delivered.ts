/** The server could not be made to take everything. What it did not take is still kept. */
export class NotDelivered extends Error {
  override readonly name = "NotDelivered";
  readonly code = "ERR_NOT_DELIVERED";

  constructor(imei: string, waiting: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`tracker ${imei} keeps ${waiting} records: ${why}`, { cause });
  }
}
