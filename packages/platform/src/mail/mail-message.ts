import type { WaitingMail } from "@zpr/ports";

/** A mail as nodemailer takes it. The same mail has the same Message-ID however often it is sent. */
export function toMessage(
  { id, to, subject, text }: Pick<WaitingMail, "id" | "to" | "subject" | "text">,
  from: string,
) {
  const domain = from.slice(from.lastIndexOf("@") + 1).replace(/>.*$/, "");
  return {
    from,
    to: { name: "", address: to },
    subject,
    text,
    messageId: `<${id}@${domain}>`,
    // RFC 3834: nobody's holiday answers this.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
