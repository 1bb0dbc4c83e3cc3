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

/** Connects to a NATS server; rejects when it refuses us, or is away for longer than a minute. */
export async function connectToNats(address: NatsAddress, log: Log): Promise<OpenConnection> {
  const options = await optionsOf(address);
  const rawLog = address.servers.join(",");
  const until = Date.now() + AWAY_MILLISECONDS;
  let isTold = false;
  for (;;)
    try {
      return follow(await connect(options), rawLog, log);
    } catch (error) {
      if (error instanceof errors.AuthorizationError || Date.now() > until)
        throw new Error(`the raw log at ${rawLog} cannot be reached: ${error}`, { cause: error });
      if (!isTold) log.warn({ rawLog, error: String(error) }, "the raw log is waited for");
      isTold = true;
      await pause(AGAIN_MILLISECONDS);
    }
}

async function optionsOf(address: NatsAddress): Promise<ConnectionOptions> {
  const { servers, user, password, credentials, isEncrypted } = address;
  return {
    servers: [...servers],
    name: "zpr",
    ...(user !== undefined && { user, pass: password ?? "" }),
    ...(credentials !== undefined && {
      authenticator: credsAuthenticator(await readFile(credentials)),
    }),
    ...(isEncrypted && { tls: {} }),
    maxReconnectAttempts: -1,
    reconnectTimeWait: AGAIN_MILLISECONDS,
    ignoreAuthErrorAbort: true,
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
