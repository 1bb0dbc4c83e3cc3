import { createHash, createHmac } from "node:crypto";

/**
 * Puts tickets in the order in which they win. Each is scored by HMAC-SHA-256 of its number, keyed
 * with the seed, both UTF-8; the lowest score in hex wins. The order in which tickets come does not
 * matter, and whoever has seed and tickets gets the same (docs/contest.md).
 */
export function rankTickets(seed: string, tickets: readonly string[]): readonly string[] {
  const scored = [...new Set(tickets)].map((ticket) => ({
    ticket,
    score: createHmac("sha256", seed).update(ticket).digest("hex"),
  }));
  return scored.sort((a, b) => (a.score < b.score ? -1 : 1)).map(({ ticket }) => ticket);
}

/** SHA-256 of a seed's UTF-8 bytes, hex: what is published before the draw. */
export function seedHashOf(seed: string): string {
  return createHash("sha256").update(seed).digest("hex");
}
