import { pino } from "pino";
import pretty from "pino-pretty";
import type { Config } from "./config.ts";

export type Logger = ReturnType<typeof createLogger>;

/** Structured lines on standard output, readable ones on a terminal. Credentials and what finders tell of themselves never appear. */
export function createLogger(level: Config["ZPR_LOG_LEVEL"]) {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["req.headers", "*.email", "*.password", "*.token"],
  };
  return process.stdout.isTTY
    ? pino(options, pretty({ translateTime: "SYS:HH:MM:ss" }))
    : pino(options);
}
