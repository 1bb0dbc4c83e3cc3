/**
 * The Storage Integration of The Things Stack: uplinks of an application, kept for a day (Sandbox)
 * or a month (Cloud), read back as one JSON object a line.
 */
export interface TtnStorage {
  /** The origin of the cluster, such as `https://eu1.cloud.thethings.network`. */
  readonly baseUrl: string;
  readonly application: string;
  /** With the right to read application traffic. */
  readonly apiKey: string;
  readonly pageSize?: number;
}

/** An uplink as the storage tells it. */
export interface StoredUplink {
  /** RFC 3339 as the network wrote it, finer than a millisecond. */
  readonly receivedAt: string;
  readonly bytes: Buffer;
}

const PAGE_SIZE = 500;
const TIMEOUT_MILLISECONDS = 60_000;

/**
 * Pages of uplinks received from an instant on, oldest first. An uplink at the instant itself may
 * come again. Throws what went wrong, with nothing lost: begin again after the last page.
 */
export async function* storedUplinks(
  storage: TtnStorage,
  after: string,
  signal?: AbortSignal,
): AsyncGenerator<readonly StoredUplink[]> {
  const pageSize = storage.pageSize ?? PAGE_SIZE;
  let from = after;
  for (;;) {
    const page = await readPage(storage, { from, pageSize, signal });
    if (page.length > 0) yield page;
    const last = page.at(-1)?.receivedAt;
    if (page.length < pageSize || last === undefined || last === from) return;
    from = last;
  }
}

interface PageRequest {
  readonly from: string;
  readonly pageSize: number;
  readonly signal: AbortSignal | undefined;
}

async function readPage(
  { baseUrl, application, apiKey }: TtnStorage,
  { from, pageSize, signal }: PageRequest,
): Promise<readonly StoredUplink[]> {
  const path = `/api/v3/as/applications/${encodeURIComponent(application)}/packages/storage/uplink_message`;
  const url = new URL(path, baseUrl);
  url.search = new URLSearchParams({
    after: from,
    limit: String(pageSize),
    order: "received_at",
  }).toString();
  const timeout = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${apiKey}`, accept: "text/event-stream" },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok) throw new Error(`the storage answers ${response.status}`);
  const text = await response.text();
  return text.split("\n").flatMap(readLine);
}

/** A line may be one of an event stream; a line `{"error": ...}` ends what had begun well. */
function readLine(line: string): readonly StoredUplink[] {
  const json = line.replace(/^data:/, "").trim();
  if (json === "") return [];
  const { result, error } = JSON.parse(json) as StoredLine;
  if (error) throw new Error(`the storage breaks off: ${error.message ?? "no reason given"}`);
  const receivedAt = result?.received_at;
  if (typeof receivedAt !== "string") throw new Error("the storage tells no time of reception");
  return [{ receivedAt, bytes: Buffer.from(json) }];
}

interface StoredLine {
  readonly result?: { readonly received_at?: unknown };
  readonly error?: { readonly message?: string };
}
