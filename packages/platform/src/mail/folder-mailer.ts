import type { Mailer } from "@zpr/ports";
import { createTransport } from "nodemailer";
import { folderObjectStore } from "../objects/folder-object-store.ts";
import { toMessage } from "./mail-message.ts";

/** Mails as files in a folder, for installations that send none: one `.eml` each, whole or not there. */
export function folderMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const files = folderObjectStore(folder);
  return {
    async send(mail) {
      const { message } = await transport.sendMail(toMessage(mail, from));
      await files.put(`${mail.id}.eml`, message as Buffer);
      return { accepted: true };
    },
  };
}
