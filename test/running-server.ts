import { afterAll, beforeAll } from "vitest";
import { type RunningServer, startOwnServer } from "./own-server.ts";

export { caller, type RunningServer, run } from "./own-server.ts";

/** One running server for a test file. */
export function useServer(): () => RunningServer {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startOwnServer();
  });
  afterAll(() => server.close());
  return () => server;
}

/** What anybody gets from the server, as JSON. */
export async function look<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url);
  return response.json().then((value) => value as Answer);
}
