import { hash } from "node:crypto";

const HASH_BYTES = 6;

/** 48 bits that tell records of a tracker at one time apart. Stored in the key of each fix, so never changed. */
export function recordHash(bytes: Uint8Array): number {
  return hash("sha256", bytes, "buffer").readUIntBE(0, HASH_BYTES);
}
