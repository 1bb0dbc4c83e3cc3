/** The few calls of the REST API that the simulator needs, with an API key. */

/** Where the API is and who calls. */
export interface ApiAccess {
  /** For example `http://localhost:8080`, without a path. */
  readonly url: string;
  /** `zpr_...`; reports of finders need none. */
  readonly key?: string;
}

/** An answer that is not what was asked for. */
export class ApiRefused extends Error {
  override readonly name = "ApiRefused";
  readonly code = "ERR_API_REFUSED";
  readonly status: number;

  constructor(call: string, status: number, detail: string) {
    super(`${call} was answered with ${status}: ${detail}`);
    this.status = status;
  }
}

/** Calls with and without a body. `Shape` is what the API promises; it is trusted. */
export interface RestClient {
  /** Every entry of a list, page after page. */
  list<Shape>(path: string): Promise<Shape[]>;
  post<Shape>(path: string, body: unknown): Promise<Shape>;
}

/** A client of one server. */
export function restClient({ url, key }: ApiAccess): RestClient {
  const base = new URL("/api/v1/", url);
  const authorization = key ? { authorization: `Bearer ${key}` } : {};

  return {
    async list<Shape>(path: string) {
      const found: Shape[] = [];
      const first = new URL(path, base);
      first.searchParams.set("limit", "1000");
      for (let page: URL | undefined = first; page; ) {
        const response = await call(page, { headers: authorization });
        found.push(...((await response.json()) as Shape[]));
        page = nextPage(response, page);
      }
      return found;
    },

    async post<Shape>(path: string, body: unknown) {
      const response = await call(new URL(path, base), {
        method: "POST",
        headers: { ...authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Shape;
    },
  };
}

async function call(url: URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: Error) => {
    // What fetch itself says is only that it failed.
    const { cause } = error;
    const reason = cause instanceof Error ? cause.message : error.message;
    throw new Error(`nobody answers at ${url.origin}: ${reason}`, { cause: error });
  });
  if (response.ok) return response;
  const text = await response.text();
  throw new ApiRefused(`${init.method ?? "GET"} ${url.pathname}`, response.status, detailOf(text));
}

function detailOf(text: string): string {
  try {
    const { title, detail } = JSON.parse(text);
    return [title, detail].filter(Boolean).join(": ");
  } catch {
    return text.slice(0, 200);
  }
}

/** The server may call itself by another name than we do: only the query of its link is taken. */
function nextPage(response: Response, current: URL): URL | undefined {
  const link = /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.headers.get("link") ?? "")?.[1];
  if (!link) return undefined;
  const next = new URL(current);
  next.search = new URL(link, current).search;
  return next;
}
