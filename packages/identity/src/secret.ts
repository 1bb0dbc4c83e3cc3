import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as base64url: for sessions, links and keys. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. It is random, so one round of SHA-256 is as good as many. */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
