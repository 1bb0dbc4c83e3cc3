import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const VERSION = "5.2.5";

/** What pip installs: an S3 and an SQS that keep everything in memory, and what serves them. */
export const MOTO = [`moto[s3,sqs]==${VERSION}`, "flask==3.1.3", "flask-cors==6.0.5"] as const;

/** Outside the checkout, as it takes a minute to make and serves them all. */
export const MOTO_FOLDER = join(homedir(), ".cache", "zpr", `moto-${VERSION}`);

export const MOTO_PYTHON = join(MOTO_FOLDER, "bin", "python");

/** Whether the environment is there; what is there is whole. */
export function hasMoto(): boolean {
  return existsSync(MOTO_PYTHON);
}
