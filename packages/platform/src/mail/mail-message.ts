import type { Mailer } from "@zpr/ports";

/** A mail as nodemailer takes it. The same mail has the same Message-ID however often it is sent. */
export function toMessage(
  { id, to, subject, text, unsubscribeUrl }: Parameters<Mailer["send"]>[0],
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
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribing(unsubscribeUrl) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 8058: the reader's mail program shows a button that ends these mails. */
function unsubscribing(url: string | null): Readonly<Record<string, string>> {
  if (url === null) return {};
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
