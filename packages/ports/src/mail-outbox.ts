/** A mail on its way to the outbox. */
export interface NewMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Alarms it tells of. */
  readonly alarmIds: readonly number[];
}

/** A mail that waits to be sent. */
export interface WaitingMail {
  /** UUID: the same mail sent twice has the same id. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where one click ends mails of its kind (RFC 8058); null for those that have no such place. */
  readonly unsubscribeUrl: string | null;
  readonly createdAt: Date;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

/** Mails that were decided on, in the same transaction as their reason, and are still to be sent. */
export interface MailOutbox {
  /** The mail that has waited longest, nobody else's for a while; undefined when none is due. */
  take(now: Date, leaseMilliseconds: number): Promise<WaitingMail | undefined>;
  /** Forgets whom it went to and what it said; that it went stays. */
  handedOver(id: string, at: Date): Promise<void>;
  /** Tries again at an instant, or never with null. */
  failed(id: string, reason: string, againAt: Date | null): Promise<void>;
}
