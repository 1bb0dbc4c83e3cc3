import { protocols } from "@zpr/protocols";
import { type Static, type TObject, Type } from "typebox";
import { Value } from "typebox/value";

/** A setting that is not what it should be: one line that names the variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const HTTP_PORT = 8080;
const Port = Type.Integer({ minimum: 0, maximum: 65535 });
const NATS_OPTION = "(replicas=[135]|(creds|ca)=[^&#\\s]+)";
const NATS_URL = `^(nats|tls)://([^/?#@\\s]*@)?[^/?#@\\s]+(/[A-Za-z0-9_-]*)?(\\?${NATS_OPTION}(&${NATS_OPTION})*)?$`;
const SQS_URL =
  "^sqs://[a-z0-9-]+/[A-Za-z0-9_-]{1,80}(\\?endpoint=https?(://|%3A%2F%2F)[^&#\\s]+)?$";
const Url = Type.String({ pattern: "^https?://[^/]+(/.*[^/])?$" });
const Word = Type.String({ minLength: 1 });

/** Every setting of our own by its variable: its shape, its default and what it means. */
const shapes = {
  ZPR_DATA_DIR: Type.String({
    minLength: 1,
    default: "./data",
    description: "Embedded database, photos, outgoing mail",
  }),
  ZPR_HTTP_PORT: Type.Integer({
    ...Port,
    default: HTTP_PORT,
    description: "HTTP listener, a port from 0 (any free one) to 65535",
  }),
  ZPR_HOST: Type.String({
    minLength: 1,
    default: "127.0.0.1",
    description: "Address of the HTTP listener",
  }),
  ZPR_TRUSTED_PROXIES: Type.String({
    pattern: "^[0-9a-zA-Z.:/]+( *, *[0-9a-zA-Z.:/]+)*$",
    default: "loopback",
    description:
      "Proxies in front of the HTTP listener that say by X-Forwarded-For who calls, with commas between: loopback,10.0.0.0/8",
  }),
  ZPR_PUBLIC_URL: Type.String({
    pattern: "^https?://[^/]+$",
    description:
      "What QR codes, mails and sign-in use: http(s)://HOST[:PORT] without a path; http://localhost with ZPR_HTTP_PORT when absent",
  }),
  ZPR_DATABASE_URL: Type.Optional(
    Type.String({
      pattern: "^postgres(ql)?://",
      description: "postgres://..., a PostgreSQL 15 or newer in place of the embedded one",
    }),
  ),
  ZPR_CACHE_URL: Type.Optional(
    Type.String({
      pattern: "^rediss?://([^/?#@\\s]*@)?([\\w.-]+|\\[[0-9a-f:]+\\])(:[0-9]{1,5})?(/[0-9]+)?$",
      description:
        "redis(s)://[USER:PASSWORD@]HOST[:PORT][/NUMBER], a Redis or Valkey for this installation alone, for live events between processes, remembered answers and limits counted together; without it, each process has its own, and the public may see through one up to 10 s late what another wrote",
    }),
  ),
  ZPR_LOG_URL: Type.Optional(
    Type.String({
      pattern: `${NATS_URL}|${SQS_URL}`,
      description:
        "nats(or tls)://[USER:PASSWORD@]HOST[:PORT][,HOST...][/STREAM][?replicas=1, 3 or 5&creds=FILE&ca=FILE], a NATS JetStream that carries raw messages from gateways to ingest, or sqs://REGION/QUEUE[?endpoint=URL], an SQS that does; in the database without one",
    }),
  ),
  ZPR_DECODED_URL: Type.Optional(
    Type.String({
      pattern: SQS_URL,
      description:
        "sqs://REGION/QUEUE[?endpoint=URL], the queue into which a decoder puts what it took from that of ZPR_LOG_URL; ingest takes from it then",
    }),
  ),
  ZPR_OBJECTS_URL: Type.Optional(
    Type.String({
      pattern: "^s3://[a-z0-9][a-z0-9.-]+[a-z0-9](/[^?#]*)?([?][^#]*)?$",
      description:
        "s3://BUCKET[/PREFIX][?endpoint=https://HOST&region=REGION], a private bucket for photos and files in place of the data folder",
    }),
  ),
  ZPR_OIDC_ISSUER: Type.Optional(
    Type.String({
      ...Url,
      description: "OpenID provider in place of the built-in one, http(s)://...",
    }),
  ),
  ZPR_OIDC_CLIENT_ID: Type.Optional(
    Type.String({ ...Word, description: "Our client id at that provider" }),
  ),
  ZPR_OIDC_CLIENT_SECRET: Type.Optional(
    Type.String({ ...Word, description: "Our client secret at that provider" }),
  ),
  ZPR_OIDC_ROLES_CLAIM: Type.Optional(
    Type.String({
      ...Word,
      description: "Claim that holds a user's groups; the group admin makes an administrator",
    }),
  ),
  ZPR_SMTP_URL: Type.Optional(
    Type.String({
      pattern: "^smtps?://[^/?#\\s]+",
      description:
        "Server that sends our mails, smtp(s)://[USER:PASSWORD@]HOST[:PORT]; without one they become files in the data folder",
    }),
  ),
  ZPR_MAIL_FROM: Type.Optional(
    Type.String({
      pattern: "^[^@<>\\r\\n]*(<[^@<>\\s]+@[^@<>\\s]+>|[^@<>\\s]+@[^@<>\\s]+)$",
      description:
        "Sender of our mails: ADDRESS or NAME <ADDRESS>; zpr@ the host of ZPR_PUBLIC_URL",
    }),
  ),
  ZPR_GATEWAY_HOST: Type.String({
    minLength: 1,
    default: "0.0.0.0",
    description: "Address of the tracker listeners",
  }),
  ZPR_OSMAND_PORT: Type.Integer({
    ...Port,
    default: 5055,
    description:
      "Phones and scripts that are trackers, over HTTP (OsmAnd's query or our JSON), a port from 1 to 65535; 0 turns it off",
  }),
  ZPR_IRIDIUM_GATEWAY: Type.Optional(
    Type.String({
      pattern: "^[^:/]+:[0-9]{1,5}$",
      description:
        "HOST:PORT at which Iridium takes messages for devices (DirectIP, mobile-terminated)",
    }),
  ),
  ZPR_GATEWAY_PROXY_PROTOCOL: Type.Boolean({
    default: false,
    description:
      "true when a load balancer in front of the tracker listeners says who calls, by PROXY protocol version 2",
  }),
  ZPR_GATEWAY_TLS: Type.String({
    pattern: "^([a-z0-9]+(,[a-z0-9]+)*)?$",
    default: "",
    description:
      "Protocols whose TCP listeners are encrypted, with commas between: teltonika,queclink",
  }),
  ZPR_GATEWAY_TLS_CERT: Type.Optional(
    Type.String({ ...Word, description: "File with their certificate chain, PEM" }),
  ),
  ZPR_GATEWAY_TLS_KEY: Type.Optional(
    Type.String({ ...Word, description: "File with the key of that certificate, PEM" }),
  ),
  ZPR_GATEWAY_CALLS_PER_ADDRESS: Type.Integer({
    minimum: 1,
    default: 5000,
    description:
      "How many connections one address may have open at a listener; cellular networks put many trackers behind one",
  }),
  ZPR_BASEMAP_STYLE_URL: Type.Optional(
    Type.String({
      ...Url,
      description: "MapLibre style in place of the bundled base map, http(s)://...",
    }),
  ),
  ZPR_TRACES_SHARE: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 0,
    description:
      "Share of frames whose way is told to an OpenTelemetry collector, from 0 (none) to 1; OTEL_EXPORTER_OTLP_ENDPOINT says where it is",
  }),
  ZPR_LOG_LEVEL: Type.Unsafe<"trace" | "debug" | "info" | "warn" | "error" | "silent">({
    type: "string",
    enum: ["trace", "debug", "info", "warn", "error", "silent"],
    default: "info",
    description: "Least important log lines to print: trace, debug, info, warn, error or silent",
  }),
};

/** `ZPR_<PROTOCOL>_PORT` for every protocol that listens, so that a new one needs nothing here. */
const listenerPorts = Object.fromEntries(
  protocols.map(({ name, port, transports }) => [
    portVariable(name),
    Type.Integer({
      ...Port,
      default: port,
      description: `${name} trackers over ${transports.join(" and ").toUpperCase().replace("AND", "and")}, a port from 1 to 65535; 0 turns it off`,
    }),
  ]),
);

const Settings: TObject<typeof shapes> = Type.Object({ ...shapes, ...listenerPorts });

const SECRETS = new Set([
  "ZPR_CACHE_URL",
  "ZPR_DATABASE_URL",
  "ZPR_OIDC_CLIENT_SECRET",
  "ZPR_SMTP_URL",
  "ZPR_LOG_URL",
]);

/** The effective configuration, by variable. */
export type Config = Static<typeof Settings>;

/** The port of a protocol's listener; 0 when it is turned off. */
export function listenerPort(config: Config, protocol: string): number {
  const ports: Readonly<Record<string, unknown>> = config;
  return Number(ports[portVariable(protocol)]);
}

/** The settings that make something listen at a port. */
export function portVariablesOf(port: number, environment: Environment): readonly string[] {
  return Object.entries(readConfig(environment)).flatMap(([name, value]) =>
    name.endsWith("_PORT") && value === port ? [name] : [],
  );
}

function portVariable(protocol: string): string {
  return `ZPR_${protocol.toUpperCase()}_PORT`;
}

/** Reads the configuration from environment variables; a wrong value is a `ConfigError` that names its variable. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.keys(Settings.properties).flatMap((name) => {
      const value = environment[name];
      return value ? [[name, value]] : [];
    }),
  );
  const whereItListens = `http://localhost:${given["ZPR_HTTP_PORT"] ?? HTTP_PORT}`;
  const config = Value.Default(
    Settings,
    Value.Convert(Settings, { ZPR_PUBLIC_URL: whereItListens, ...given }),
  );
  const [error] = Value.Errors(Settings, config);
  if (!error) return Value.Parse(Settings, config);
  const name = error.instancePath.slice(1);
  const meaning = describeSettings().find((setting) => setting.name === name)?.meaning;
  throw new ConfigError(
    `${name} is ${SECRETS.has(name) ? "something else" : JSON.stringify(environment[name])}, but should be: ${meaning}`,
  );
}

/** Variables that look like ours but are none, so that a slip of the pen is noticed. */
export function unknownSettings(environment: Environment): readonly string[] {
  return Object.keys(environment).filter(
    (name) => name.startsWith("ZPR_") && !(name in Settings.properties),
  );
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The effective configuration with secrets masked, for people to look at. */
export function shownConfig(config: Config): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(Settings.properties).map((name) => {
      const value = config[name as keyof Config];
      return [name, SECRETS.has(name) && value !== undefined ? "********" : (value ?? null)];
    }),
  );
}

/** What each setting means, for help texts and documents. */
export function describeSettings(): readonly { readonly name: string; readonly meaning: string }[] {
  return Object.entries(Settings.properties).map(([name, shape]) => ({
    name,
    meaning: "description" in shape ? String(shape.description) : "",
  }));
}
