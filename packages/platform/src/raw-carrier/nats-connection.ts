import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  errors,
  type NatsConnection,
} from "@nats-io/transport-node";
import type { Log } from "@zpr/ports";
import type { NatsAddress } from "./nats-address.ts";

/** A server that starts together with us is waited for. */
const AWAY_MILLISECONDS = 60_000;
const AGAIN_MILLISECONDS = 500;
const PING_MILLISECONDS = 5_000;

/** A connection that comes again by itself when it breaks, however long that takes. */
export interface OpenConnection {
  readonly connection: NatsConnection;
  /** Throws when there is no connection just now, as nothing is to gather for it. */
  insistConnected(): void;
}

/** What waiting does not change: the server is there, and is not for us. */
export class NatsRefusal extends Error {
  override readonly name = "NatsRefusal";
  readonly code = "ERR_NATS_REFUSAL";
}

/**
 * Connects to a NATS server and prepares it; tries again for a minute, also when it goes in between.
 * Rejects when it is away for longer, and at once when it refuses us.
 */
export async function connectToNats(
  address: NatsAddress,
  log: Log,
  prepare: (connection: NatsConnection) => Promise<void>,
): Promise<OpenConnection> {
  const options = await optionsOf(address);
  const rawLog = address.servers.join(",");
  const until = Date.now() + AWAY_MILLISECONDS;
  let isTold = false;
  for (;;)
    try {
      return follow(await prepared(options, prepare), rawLog, log);
    } catch (error) {
      if (isFinal(error) || Date.now() > until)
        throw new Error(`the raw log at ${rawLog} cannot be used: ${error}`, { cause: error });
      if (!isTold) log.warn({ rawLog, error: String(error) }, "the raw log is waited for");
      isTold = true;
      await pause(AGAIN_MILLISECONDS);
    }
}

async function prepared(
  options: ConnectionOptions,
  prepare: (connection: NatsConnection) => Promise<void>,
): Promise<NatsConnection> {
  const connection = await connect(options);
  try {
    await prepare(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function isFinal(error: unknown): boolean {
  return error instanceof errors.AuthorizationError || error instanceof NatsRefusal;
}

async function optionsOf(address: NatsAddress): Promise<ConnectionOptions> {
  const { servers, user, password, credentials, isEncrypted, authority } = address;
  return {
    servers: [...servers],
    name: "zpr",
    ...(user !== undefined && { user, pass: password ?? "" }),
    ...(credentials !== undefined && {
      authenticator: credsAuthenticator(await readFile(credentials)),
    }),
    ...(isEncrypted && { tls: authority === undefined ? {} : { caFile: authority } }),
    maxReconnectAttempts: -1,
    reconnectTimeWait: AGAIN_MILLISECONDS,
    ignoreAuthErrorAbort: true,
    // Who is refused by one of a cluster would go round the addresses that they tell, for ever.
    ignoreClusterUpdates: true,
    pingInterval: PING_MILLISECONDS,
  };
}

function follow(connection: NatsConnection, rawLog: string, log: Log): OpenConnection {
  let isConnected = true;
  void (async () => {
    for await (const { type } of connection.status())
      if (type === "disconnect") {
        if (isConnected) log.warn({ rawLog }, "the raw log is out of reach");
        isConnected = false;
      } else if (type === "reconnect") {
        isConnected = true;
        log.info({ rawLog }, "the raw log is there again");
      }
  })();
  return {
    connection,
    insistConnected() {
      if (!isConnected || connection.isClosed()) throw new Error("the raw log is out of reach");
    },
  };
}
