import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createAccount,
  createOperator,
  createUser,
  encodeAccount,
  encodeOperator,
  encodeUser,
  fmtCreds,
} from "@nats-io/jwt";
import { freePort } from "../../free-port.ts";
import { NATS } from "../testing.ts";

const SERVERS = ["one", "two", "three"];
const ANY_AMOUNT = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 };

/** Three NATS servers that keep each message thrice, speak TLS only and know users by their keys. */
export interface NatsCluster {
  /** Without a stream; with all that a client needs. */
  readonly url: (stream: string) => string;
  readonly names: readonly string[];
  start(name: string): void;
  /** Ends one in the middle of whatever it does. */
  kill(name: string): Promise<void>;
  remove(): Promise<void>;
}

/** A certificate for this machine and its key, both PEM. */
interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Prepares three servers on free ports in a folder of their own; nothing runs before `start`. */
export async function natsCluster({ cert, key }: Certificate): Promise<NatsCluster> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-nats-cluster-"));
  const file = (name: string) => join(folder, name);
  const { configuration, credentials } = await keysOf();
  await Promise.all([
    writeFile(file("cert.pem"), cert),
    writeFile(file("key.pem"), key, { mode: 0o600 }),
    writeFile(file("zpr.creds"), credentials, { mode: 0o600 }),
  ]);
  const places = await Promise.all(
    SERVERS.map(async (name) => ({ name, port: await freePort(), route: await freePort() })),
  );
  const routes = places.map(({ route }) => `nats://127.0.0.1:${route}`).join(", ");
  for (const { name, port, route } of places)
    await writeFile(
      file(`${name}.conf`),
      `server_name: ${name}, listen: "127.0.0.1:${port}"
jetstream { store_dir: "${file(name)}" }
tls { cert_file: "${file("cert.pem")}", key_file: "${file("key.pem")}" }
cluster { name: zpr, listen: "127.0.0.1:${route}", routes: [${routes}] }
${configuration}`,
    );

  const running = new Map<string, ChildProcess>();
  async function kill(name: string): Promise<void> {
    const child = running.get(name);
    running.delete(name);
    if (!child) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  const hosts = places.map(({ port }) => `localhost:${port}`).join(",");
  const options = `replicas=3&creds=${file("zpr.creds")}&ca=${file("cert.pem")}`;
  return {
    url: (stream) => `tls://${hosts}/${stream}?${options}`,
    names: SERVERS,
    start: (name) =>
      void running.set(name, spawn(NATS, ["-c", file(`${name}.conf`)], { stdio: "ignore" })),
    kill,
    async remove() {
      await Promise.all(SERVERS.map(kill));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What `nsc` would make: an operator, its system's account, our account, and a user's file of credentials. */
async function keysOf() {
  const [operator, system, account, user] = [
    createOperator(),
    createAccount(),
    createAccount(),
    createUser(),
  ];
  const limits = { ...ANY_AMOUNT, conn: -1, data: -1, leaf: -1, payload: -1, subs: -1 };
  const jwtOf = (name: string, key: typeof account, more = {}) =>
    encodeAccount(name, key, { limits: { ...limits, ...more } }, { signer: operator });
  const configuration = `operator: ${await encodeOperator("zpr", operator)}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload {
  ${system.getPublicKey()}: ${await jwtOf("system", system, { mem_storage: 0, disk_storage: 0 })}
  ${account.getPublicKey()}: ${await jwtOf("zpr", account)}
}`;
  const credentials = fmtCreds(await encodeUser("zpr", user, account), user);
  return { configuration, credentials };
}
