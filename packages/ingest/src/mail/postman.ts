import type { Log, Mailer, MailOutbox, MailOutcome, WaitingMail } from "@zpr/ports";
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
export async function sendNext(ports: PostmanPorts, signal: AbortSignal): Promise<boolean> {
  const { outbox, mailer, now } = ports;
  const mail = await outbox.take(now(), LEASE_MILLISECONDS);
  if (!mail) return false;
  let outcome: MailOutcome;
  try {
    outcome = await mailer.send(mail, signal);
  } catch (error) {
    await tryLater(mail, withoutAddress(String(error), mail), ports);
    return true;
  }
  // Not among what is tried again at once: a mail that went and could not be noted has gone.
  if (outcome.accepted) await outbox.handedOver(mail.id, now());
  else await giveUp(mail, withoutAddress(outcome.reason, mail), ports);
  return true;
}

/** Servers repeat whom they refuse, and reasons are kept and logged. */
function withoutAddress(reason: string, { to }: WaitingMail): string {
  return reason.replaceAll(to, "...");
}

async function giveUp(
  { id: mail }: WaitingMail,
  reason: string,
  { outbox, log }: PostmanPorts,
): Promise<void> {
  await outbox.failed(mail, reason, null);
  log.error({ mail, reason }, "a mail is given up");
}

async function tryLater(mail: WaitingMail, reason: string, ports: PostmanPorts): Promise<void> {
  const now = ports.now().getTime();
  if (now - mail.createdAt.getTime() > GIVE_UP_AFTER_MILLISECONDS)
    return giveUp(mail, reason, ports);
  const again = new Date(now + pauseAfter(mail.attempts));
  await ports.outbox.failed(mail.id, reason, again);
  ports.log.warn({ mail: mail.id, reason, again }, "a mail will be tried again");
}

/** A minute after the first attempt, twice as long after each one more. */
function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** (attempts - 1));
}
