import type { Log, Mailer, MailOutbox, WaitingMail } from "@zpr/ports";
import { startWorker, type Worker } from "../worker.ts";

export interface PostmanPorts {
  readonly outbox: MailOutbox;
  readonly mailer: Mailer;
  readonly log: Log;
  readonly now: () => Date;
}

const EVERY_MILLISECONDS = 15_000;
/** Longer than any attempt takes: a mail whose sender was killed is sent by the next one after that. */
const LEASE_MILLISECONDS = 10 * 60_000;
const FIRST_PAUSE_MILLISECONDS = 60_000;
const LONGEST_PAUSE_MILLISECONDS = 6 * 3_600_000;
/** A mail that is older tells nobody anything any more. */
const GIVE_UP_AFTER_MILLISECONDS = 3 * 86_400_000;
/** A mail that is being handed over when we are to stop gets this long to arrive. */
const LAST_MAIL_MILLISECONDS = 5_000;

/** Starts the worker that sends what waits in the outbox. */
export function startPostman(ports: PostmanPorts): Worker {
  const hurry = new AbortController();
  const worker = startWorker({
    name: "postman",
    everyMilliseconds: EVERY_MILLISECONDS,
    log: ports.log,
    work: () => sendNext(ports, hurry.signal),
  });
  return {
    ...worker,
    async stop() {
      const timer = setTimeout(() => hurry.abort(), LAST_MAIL_MILLISECONDS);
      await worker.stop();
      clearTimeout(timer);
    },
  };
}

/** Sends the mail that has waited longest; false when none is due. */
export async function sendNext(
  { outbox, mailer, log, now }: PostmanPorts,
  signal: AbortSignal,
): Promise<boolean> {
  const mail = await outbox.take(now(), LEASE_MILLISECONDS);
  if (!mail) return false;
  try {
    const outcome = await mailer.send(mail, signal);
    if (outcome.accepted) await outbox.handedOver(mail.id, now());
    else await giveUp(mail, outcome.reason);
  } catch (error) {
    await tryLater(mail, String(error));
  }
  return true;

  async function giveUp(refused: WaitingMail, reason: string): Promise<void> {
    await outbox.failed(refused.id, reason, null);
    log.error({ mail: refused.id, reason }, "a mail is given up");
  }

  async function tryLater(failed: WaitingMail, reason: string): Promise<void> {
    if (now().getTime() - failed.createdAt.getTime() > GIVE_UP_AFTER_MILLISECONDS)
      return giveUp(failed, reason);
    const again = new Date(now().getTime() + pauseAfter(failed.attempts));
    await outbox.failed(failed.id, reason, again);
    log.warn(
      { mail: failed.id, reason, again },
      "a mail could not be sent and will be tried again",
    );
  }
}

/** A minute after the first attempt, twice as long after each one more. */
function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** (attempts - 1));
}
