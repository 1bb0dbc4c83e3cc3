import { FolderInUse } from "@zpr/storage";
import { ConfigError } from "./config.ts";

/** Ends a command with one clear line and an exit code that a script can use. */
export function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`zpr: ${message}`);
  process.exit(exitCodeOf(error));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError) return 2;
  return error instanceof FolderInUse ? 3 : 1;
}
