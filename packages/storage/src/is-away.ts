/** Connections that fail in these ways may succeed later. */
const AWAY_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
]);

/**
 * SQLSTATEs that say "not now": connection exceptions, too many connections, a server that stops, starts
 * or gave way to another, and transactions that lost against others.
 */
const NOT_NOW = /^(08|53|57P0[1-3]|25006|40001|40P01)/;

/** Where pg and its pool give no code. */
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed) and is not queryable)/;

/** Whether something failed because a server is away just now, starts, or does not answer; the same may succeed later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  // A socket that is not there; a file that is not there will not come by waiting.
  if (code === "ENOENT") return "syscall" in error && error.syscall === "connect";
  return (
    AWAY_CODES.has(code) ||
    NOT_NOW.test(code) ||
    AWAY_MESSAGES.test(error.message) ||
    isAway(error.cause)
  );
}
