import { FolderInUse } from "@zpr/storage";
import { ConfigError, portVariablesOf } from "./config.ts";

/** Ends a command with one clear line and an exit code that a script can use. */
export function fail(error: unknown): never {
  console.error(`zpr: ${messageOf(error)}`);
  process.exit(exitCodeOf(error));
}

/** What went wrong, and what to do where the system's own words do not say. */
export function messageOf(error: unknown, environment = process.env): string {
  if (!(error instanceof Error)) return String(error);
  if (!("code" in error && error.code === "EADDRINUSE" && "port" in error)) return error.message;
  const variables = portVariablesOf(Number(error.port), environment);
  const otherwise = variables.length > 0 ? `; choose another with ${variables.join(" or ")}` : "";
  return `another program listens at port ${error.port}${otherwise}`;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError) return 2;
  return error instanceof FolderInUse ? 3 : 1;
}
