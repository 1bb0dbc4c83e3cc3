import type { Mailer, MailOutbox } from "@zpr/ports";
import { startPostman } from "../mail/postman.ts";
import { startWorker } from "../worker.ts";
import { look, type WatchPorts } from "./look.ts";

const EVERY_MILLISECONDS = 60_000;

/** A watch at work. */
export interface Watch {
  stop(): Promise<void>;
}

/** Starts to look at all trackers every minute, and to send the mails that come of it. Once at a time. */
export function startWatch(
  ports: WatchPorts & { readonly outbox: MailOutbox; readonly mailer: Mailer },
): Watch {
  const { log, outbox, mailer, now } = ports;
  const postman = startPostman({ outbox, mailer, log, now });
  const watch = startWorker({
    name: "watch",
    everyMilliseconds: EVERY_MILLISECONDS,
    log,
    async work() {
      await look(ports);
      postman.ring();
      return false;
    },
  });
  return {
    async stop() {
      await watch.stop();
      await postman.stop();
    },
  };
}
