import type { Buffer } from "node:buffer";

const BRACE = 0x7b;

/** The document in a body, without the byte order mark and blanks that some write in front. */
export function documentIn(body: Buffer): Buffer {
  const [lead = ""] = /^(\xef\xbb\xbf)?[ \t\r\n]*/.exec(body.toString("latin1")) ?? [];
  return body.subarray(lead.length);
}

/** Whether a document is a JSON object, or may be XML. */
export function isJson(document: Buffer): boolean {
  return document[0] === BRACE;
}
