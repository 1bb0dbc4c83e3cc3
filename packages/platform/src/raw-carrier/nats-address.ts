/** What `ZPR_LOG_URL` says of a NATS JetStream. */
export interface NatsAddress {
  readonly servers: readonly string[];
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** File with a user's JWT and key, as `nsc` writes it. */
  readonly credentials: string | undefined;
  /** File with the certificate of who signed the servers' certificates, PEM; else those that Node.js trusts. */
  readonly authority: string | undefined;
  /** Stream that holds this installation's messages; another installation has another. */
  readonly stream: string;
  /** How many servers keep each message. */
  readonly replicas: number;
}

const DEFAULT_STREAM = "zpr";

/** Reads `nats://[USER:PASSWORD@]HOST[:PORT][,HOST...][/STREAM][?replicas=3&creds=FILE&ca=FILE]`. */
export function natsAddress(url: string): NatsAddress {
  const { groups = {} } =
    /^(?<scheme>\w+):\/\/((?<user>[^:@]*)(:(?<password>[^@]*))?@)?(?<hosts>[^/?]+)(\/(?<stream>[^?]*))?(\?(?<query>.*))?$/.exec(
      url,
    ) ?? {};
  const query = new URLSearchParams(groups["query"]);
  return {
    servers: (groups["hosts"] ?? "").split(","),
    isEncrypted: groups["scheme"] === "tls",
    user: decoded(groups["user"]),
    password: decoded(groups["password"]),
    credentials: query.get("creds") ?? undefined,
    authority: query.get("ca") ?? undefined,
    stream: groups["stream"] || DEFAULT_STREAM,
    replicas: Number(query.get("replicas") ?? 1),
  };
}

function decoded(text: string | undefined): string | undefined {
  return text && decodeURIComponent(text);
}
