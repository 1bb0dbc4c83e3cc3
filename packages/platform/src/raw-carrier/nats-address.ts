/** What `ZPR_LOG_URL` says of a NATS JetStream. */
export interface NatsAddress {
  readonly servers: readonly string[];
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** File with a user's JWT and key, as `nsc` writes it. */
  readonly credentials: string | undefined;
  /** Stream that holds this installation's messages; another installation has another. */
  readonly stream: string;
  /** How many servers keep each message. */
  readonly replicas: number;
}

const DEFAULT_STREAM = "zpr";

/** How a NATS URL is written; `natsAddress` reads what matches. */
export const NATS_URL = "^(nats|tls)://([^/?#@\\s]*@)?[^/?#@\\s]+(/[A-Za-z0-9_-]*)?(\\?[^#\\s]*)?$";

/** Reads `nats://[USER:PASSWORD@]HOST[:PORT][,HOST...][/STREAM][?replicas=3&creds=FILE]`. */
export function natsAddress(url: string): NatsAddress {
  const { groups = {} } =
    /^(?<scheme>\w+):\/\/((?<user>[^:@]*)(:(?<password>[^@]*))?@)?(?<hosts>[^/?]+)(\/(?<stream>[^?]*))?(\?(?<query>.*))?$/.exec(
      url,
    ) ?? {};
  const query = new URLSearchParams(groups["query"]);
  const replicas = Number(query.get("replicas") ?? 1);
  if (![1, 3, 5].includes(replicas)) throw new RangeError("replicas are 1, 3 or 5");
  return {
    servers: (groups["hosts"] ?? "").split(","),
    isEncrypted: groups["scheme"] === "tls",
    user: decoded(groups["user"]),
    password: decoded(groups["password"]),
    credentials: query.get("creds") ?? undefined,
    stream: groups["stream"] || DEFAULT_STREAM,
    replicas,
  };
}

function decoded(text: string | undefined): string | undefined {
  return text && decodeURIComponent(text);
}
