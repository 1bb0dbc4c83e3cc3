import { constants, existsSync } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { cacheState, greetSmtpServer } from "@zpr/platform";
import type { Config } from "../config.ts";
import { type Finding, lookAt } from "./finding.ts";

const LEAST_FREE_BYTES = 2e9;
const SLOW_MILLISECONDS = 50;

/** The folder for what no service keeps. */
export function lookAtFolder({ ZPR_DATA_DIR }: Config): Promise<Finding> {
  const folder = resolve(ZPR_DATA_DIR);
  return lookAt(
    "data folder",
    async () => {
      // Whoever only looks does not make it.
      const nearest = existsSync(folder) ? folder : dirname(folder);
      await access(nearest, constants.W_OK);
      const { bavail, bsize } = await statfs(nearest);
      const free = bavail * bsize;
      const found = `${folder}, ${(free / 1e9).toFixed(1)} GB free`;
      return free >= LEAST_FREE_BYTES
        ? { state: "well", found }
        : {
            state: "doubtful",
            found,
            advice: "make room: a full disk keeps trackers and finders waiting",
          };
    },
    "let this account write there, or choose another folder with ZPR_DATA_DIR",
  );
}

/** The cache, where one is configured. */
export async function lookAtCache({ ZPR_CACHE_URL: url }: Config): Promise<Finding> {
  const subject = "cache";
  if (url === undefined)
    return { subject, state: "well", found: "in each process; ZPR_CACHE_URL names a shared one" };
  return lookAt(
    subject,
    async () => {
      const { server, whenFull, milliseconds } = await cacheState(url);
      const found = `${server}, answers in ${milliseconds.toFixed(0)} ms, ${whenFull} when full`;
      return milliseconds < SLOW_MILLISECONDS
        ? { state: "well", found }
        : { state: "doubtful", found, advice: "put it nearer: it is asked often" };
    },
    "check ZPR_CACHE_URL; without it live events do not cross processes, the database answers everything, and all else goes on",
  );
}

/** What sends our mails. */
export async function lookAtMail({ ZPR_SMTP_URL: url, ZPR_DATA_DIR }: Config): Promise<Finding> {
  const subject = "mail";
  if (url === undefined)
    return {
      subject,
      state: "doubtful",
      found: `becomes files in ${resolve(ZPR_DATA_DIR, "mail")}, and reaches nobody`,
      advice: "name a mail server with ZPR_SMTP_URL before finders leave their addresses",
    };
  return lookAt(
    subject,
    async () => {
      await greetSmtpServer(url);
      return { state: "well", found: `${new URL(url).host} takes our mails` };
    },
    "check ZPR_SMTP_URL; mails wait in the outbox until it answers",
  );
}
