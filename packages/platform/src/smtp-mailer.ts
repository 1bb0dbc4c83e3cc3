import type { Mailer } from "@zpr/ports";
import { createTransport } from "nodemailer";
import { toMessage } from "./mail-message.ts";

const CONNECT_MILLISECONDS = 20_000;
const IDLE_MILLISECONDS = 60_000;
/** Of these the server blames the mail; of all others the way to it. */
const BLAMES_MAIL = new Set(["EENVELOPE", "EMESSAGE"]);

/** Hands mails to an SMTP server: `smtp://USER:PASSWORD@HOST:587` (encrypted where the server can) or `smtps://...`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: IDLE_MILLISECONDS,
  });
  return {
    async send(mail, signal) {
      try {
        await transport.sendMail({ ...toMessage(mail, from), signal });
        return { accepted: true };
      } catch (error) {
        if (isForGood(error)) return { accepted: false, reason: String(error) };
        throw error;
      }
    },
  };
}

/** RFC 5321: a reply of 5yz says that the same mail will be refused again. */
function isForGood(error: unknown): boolean {
  const { code, responseCode } = error as {
    readonly code?: unknown;
    readonly responseCode?: unknown;
  };
  return BLAMES_MAIL.has(String(code)) && Number(responseCode) >= 500;
}
