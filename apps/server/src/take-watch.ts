import { resolve } from "node:path";
import { startForgetting, startWatch, type Watch, type Worker } from "@zpr/ingest";
import { folderMailer, smtpMailer } from "@zpr/platform";
import type { LiveEvents, Log, Mailer } from "@zpr/ports";
import { postgresMailOutbox, postgresRetention, postgresWatchLog, takeTurns } from "@zpr/storage";
import type { Config } from "./config.ts";
import type { OpenDatabase } from "./open-database.ts";

/** The number of this task among those that one process at a time may do. */
const TASK = 7_103;

/** Watches over trackers, sends all mails, and forgets what must not be kept, whenever no other process does. */
export function takeWatch(
  { database, address }: Pick<OpenDatabase, "database" | "address">,
  config: Config,
  ports: { readonly liveEvents: LiveEvents; readonly log: Log; readonly now: () => Date },
): { close(): Promise<void> } {
  let watch: Watch | undefined;
  let forgetting: Worker | undefined;
  return takeTurns(address, {
    number: TASK,
    begin() {
      watch = startWatch({
        ...ports,
        watchLog: postgresWatchLog(database),
        outbox: postgresMailOutbox(database),
        mailer: mailerOf(config),
        publicUrl: config.ZPR_PUBLIC_URL,
      });
      forgetting = startForgetting({ ...ports, retention: postgresRetention(database) });
    },
    async end() {
      await Promise.all([watch?.stop(), forgetting?.stop()]);
    },
  });
}

function mailerOf(config: Config): Mailer {
  const { ZPR_SMTP_URL: url, ZPR_PUBLIC_URL: publicUrl, ZPR_DATA_DIR: folder } = config;
  const from = config.ZPR_MAIL_FROM ?? `Zero Plastic Rivers <zpr@${new URL(publicUrl).hostname}>`;
  return url ? smtpMailer(url, from) : folderMailer(resolve(folder, "mail"), from);
}
