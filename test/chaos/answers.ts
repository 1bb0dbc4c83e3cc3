import type { IncomingMessage } from "node:http";

/** What was answered over HTTP, by route and status. */
export interface Answers {
  add(asked: IncomingMessage, answer: IncomingMessage, milliseconds: number): void;
  /** That no process could be asked. */
  addOwn(asked: IncomingMessage, milliseconds: number): void;
  /** A row a route, a column a status, and the slowest answer in seconds. */
  table(): Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Server errors that do not say when to come again. */
  faults(): readonly string[];
  slowestSeconds(): number;
}

export function countAnswers(): Answers {
  const rows = new Map<string, Record<string, number>>();
  const faults: string[] = [];
  let slowest = 0;

  function count(asked: IncomingMessage, status: string, milliseconds: number): void {
    const route = routeOf(asked);
    const row = rows.get(route) ?? {};
    rows.set(route, row);
    row[status] = (row[status] ?? 0) + 1;
    const seconds = Math.round(milliseconds / 100) / 10;
    row["slowest s"] = Math.max(row["slowest s"] ?? 0, seconds);
    slowest = Math.max(slowest, seconds);
  }

  return {
    add(asked, { statusCode = 0, headers }, milliseconds) {
      count(asked, String(statusCode), milliseconds);
      if (statusCode >= 500 && (statusCode !== 503 || !headers["retry-after"]))
        faults.push(`${statusCode} ${routeOf(asked)}`);
    },
    addOwn: (asked, milliseconds) => count(asked, "503 of the balancer", milliseconds),
    table: () => Object.fromEntries([...rows].sort()),
    faults: () => faults,
    slowestSeconds: () => slowest,
  };
}

/** The method and the path, with what differs from one to the next left out. */
function routeOf({ method, url = "" }: IncomingMessage): string {
  const path = new URL(url, "http://front").pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ":id")
    .replace(/\/items\/[0-9A-Z]{6}(?=\/|$)/, "/items/:code")
    .replace(/\/tiles\/(\w+)\/.*/, "/tiles/$1/:z/:x/:y")
    .replace(/(\/ingest\/v1\/\w+)\/.*/, "$1/:source")
    .replace(/\/\d+(?=\/|$)/g, "/:n");
  return `${method} ${path}`;
}
