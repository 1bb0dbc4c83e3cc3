import { createServer } from "node:net";

/** What a browser without JavaScript does: keeps cookies, follows links, fills in forms. */
export interface TestBrowser {
  /** Cookies by name, as they are now. */
  readonly cookies: ReadonlyMap<string, string>;
  /** The `Cookie` header it would send to a path. */
  cookieHeader(path: string): string;
  /** One request, redirects not followed. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Goes to a path, and on to wherever it is sent; ends outside the site or at an answer that is no redirect. */
  go(path: string): Promise<Landing>;
  /** Fills in and sends the one form of a page, and follows. */
  submit(landing: Landing, fields: Readonly<Record<string, string>>): Promise<Landing>;
}

/** Where a browser came to rest. */
export interface Landing {
  /** Path and query, or the whole URL when it is another site's. */
  readonly path: string;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

interface JarEntry {
  readonly value: string;
  readonly path: string;
}

const MAX_HOPS = 15;

/** A browser at one site, e.g. `http://localhost:8080`; `reach` for a site that is behind something. */
export function testBrowser(
  origin: string,
  reach: (url: URL, init: RequestInit) => Promise<Response> = fetch,
): TestBrowser {
  const jar = new Map<string, JarEntry>();

  const cookieHeader = (path: string) =>
    [...jar]
      .filter(([, entry]) => path.startsWith(entry.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await reach(new URL(path, origin), {
      redirect: "manual",
      ...init,
      headers: { cookie: cookieHeader(path), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  }

  async function settle(first: Response, from: string): Promise<Landing> {
    let response = first;
    let path = from;
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const location = response.headers.get("location");
      const { status, headers } = response;
      if (location === null) return { path, status, headers, text: await response.text() };
      const next = new URL(location, new URL(path, origin));
      if (next.origin !== origin) return { path: next.href, status, headers, text: "" };
      path = `${next.pathname}${next.search}`;
      response = await request(path);
    }
    throw new Error(`more than ${MAX_HOPS} redirects, the last to ${path}`);
  }

  return {
    get cookies() {
      return new Map([...jar].map(([name, { value }]) => [name, value]));
    },
    cookieHeader,
    request,
    go: async (path) => settle(await request(path), path),
    async submit({ path, text }, fields) {
      const form = new URLSearchParams();
      for (const [input] of text.matchAll(/<input\s[^>]*>/g))
        form.set(attribute(input, "name") ?? "", attribute(input, "value") ?? "");
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const tag = /<form\s[^>]*>/.exec(text)?.[0] ?? "";
      const action = new URL(attribute(tag, "action") ?? path, new URL(path, origin));
      const target = `${action.pathname}${action.search}`;
      const response = await request(target, {
        method: "POST",
        body: form,
        headers: { origin, "sec-fetch-site": "same-origin" },
      });
      return settle(response, target);
    },
  };
}

function keep(jar: Map<string, JarEntry>, line: string): void {
  const [pair = "", ...rules] = line.split(";").map((part) => part.trim());
  const [name = "", value = ""] = pair.split("=");
  const rule = (key: string) =>
    rules.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
  const gone =
    rule("max-age") === "0" || new Date(rule("expires") ?? "9999").getTime() < Date.now();
  if (gone) jar.delete(name);
  else jar.set(name, { value, path: rule("path") ?? "/" });
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
