import { readFileSync } from "node:fs";
import { createSecureContext, type SecureContext } from "node:tls";
import {
  type GatewayPorts,
  type HttpListener,
  type Listener,
  listen,
  listenToDatagrams,
  listenToHttp,
} from "@zpr/gateway";
import { type Protocol, protocols, pushProtocolNamed } from "@zpr/protocols";
import { type Config, ConfigError, listenerPort } from "./config.ts";

/** A listener for every protocol and transport that has a port; `ZPR_<PROTOCOL>_PORT=0` turns one off. */
export async function startListeners(
  config: Config,
  ports: GatewayPorts,
): Promise<readonly (Listener | HttpListener)[]> {
  const tls = tlsOf(config);
  return Promise.all([
    ...protocols.flatMap((protocol) => listenersOf(protocol, { config, ports, tls })),
    ...httpListeners(config, ports),
  ]);
}

/** ZPR_HTTP_PORT is the web server's, so trackers that speak HTTP have theirs named after OsmAnd. */
function httpListeners(config: Config, ports: GatewayPorts): Promise<HttpListener>[] {
  const { ZPR_OSMAND_PORT: port, ZPR_GATEWAY_HOST: host } = config;
  const protocol = pushProtocolNamed("http");
  if (port === 0 || !protocol) return [];
  const place = { host, port, callsPerAddress: config.ZPR_GATEWAY_CALLS_PER_ADDRESS };
  return [named(listenToHttp(protocol, place, ports), `ZPR_OSMAND_PORT is ${port}`)];
}

interface Setting {
  readonly config: Config;
  readonly ports: GatewayPorts;
  readonly tls: Readonly<Record<string, SecureContext>>;
}

function listenersOf(protocol: Protocol, { config, ports, tls }: Setting): Promise<Listener>[] {
  const port = listenerPort(config, protocol.name);
  if (port === 0) return [];
  const place = { host: config.ZPR_GATEWAY_HOST, port };
  const secure = tls[protocol.name];
  const call = {
    ...place,
    callsPerAddress: config.ZPR_GATEWAY_CALLS_PER_ADDRESS,
    isProxied: config.ZPR_GATEWAY_PROXY_PROTOCOL,
    ...(secure && { tls: secure }),
  };
  return protocol.transports.map((transport) =>
    named(
      transport === "tcp"
        ? listen(protocol, call, ports)
        : listenToDatagrams(protocol, place, ports),
      `ZPR_${protocol.name.toUpperCase()}_PORT is ${port} (${transport})`,
    ),
  );
}

/** A port that cannot be had is a setting to change. */
async function named<Any>(listener: Promise<Any>, setting: string): Promise<Any> {
  try {
    return await listener;
  } catch (error) {
    throw new ConfigError(
      `${setting}, but nobody can listen there: ${error instanceof Error ? error.message : error}; choose another port, or 0 to turn the listener off`,
    );
  }
}

/** The certificate, for each protocol whose listener is to be encrypted. */
function tlsOf({
  ZPR_GATEWAY_TLS: names,
  ZPR_GATEWAY_TLS_CERT: cert,
  ZPR_GATEWAY_TLS_KEY: key,
}: Config): Readonly<Record<string, SecureContext>> {
  if (names === "") return {};
  if (!cert || !key)
    throw new ConfigError(
      "ZPR_GATEWAY_TLS names listeners to encrypt, which needs ZPR_GATEWAY_TLS_CERT and ZPR_GATEWAY_TLS_KEY",
    );
  const context = createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) });
  return Object.fromEntries(
    names.split(",").map((name) => {
      if (!protocols.some((protocol) => protocol.name === name))
        throw new ConfigError(`ZPR_GATEWAY_TLS names ${name}, but there is no such protocol`);
      return [name, context];
    }),
  );
}
