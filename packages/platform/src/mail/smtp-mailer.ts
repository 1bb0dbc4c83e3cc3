import type { Mailer } from "@zpr/ports";
import { createTransport } from "nodemailer";
import { toMessage } from "./mail-message.ts";

const CONNECT_MILLISECONDS = 20_000;
const IDLE_MILLISECONDS = 60_000;
/** A refusal here is of the recipient or of the mail; anywhere else it is of us, and may be mended. */
const REFUSES_MAIL = new Set(["RCPT TO", "DATA"]);

/** Hands mails to an SMTP server: `smtp://USER:PASSWORD@HOST:587` (encrypted where the server can) or `smtps://...`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = transportTo(url);
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

/** Connects to an SMTP server and signs in; fails with what it says when it will not have us. */
export async function greetSmtpServer(url: string): Promise<void> {
  const transport = transportTo(url);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function transportTo(url: string) {
  return createTransport({
    url,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: IDLE_MILLISECONDS,
  });
}

/** RFC 5321: a reply of 5yz says that the same will be refused again. */
function isForGood(error: unknown): boolean {
  const { command, responseCode } = error as {
    readonly command?: unknown;
    readonly responseCode?: unknown;
  };
  return REFUSES_MAIL.has(String(command)) && Number(responseCode) >= 500;
}
