import { createHash } from "node:crypto";
import type { CodecMapping } from "@zpr/model";

/** What a codec is known by: the SHA-256 of its source and its mapping, in hexadecimal. */
export function codecHash(source: string, mapping: CodecMapping): string {
  return createHash("sha256")
    .update(JSON.stringify([source, mapping]))
    .digest("hex");
}
