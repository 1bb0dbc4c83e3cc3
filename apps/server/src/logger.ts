import { pino } from "pino";
import type { Config } from "./config.ts";

/** Structured lines on standard output; readable ones on a terminal. Credentials and addresses of finders never appear. */
export type Logger = ReturnType<typeof createLogger>;

export function createLogger(level: Config["ZPR_LOG_LEVEL"]) {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["req.headers", "*.email", "*.password", "*.token"],
    ...(process.stdout.isTTY && {
      transport: {
        target: "pino-pretty",
        options: { translateTime: "SYS:HH:MM:ss", colorize: true },
      },
    }),
  });
}
