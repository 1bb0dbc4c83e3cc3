import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect, createServer } from "node:net";
import { protocols } from "@zpr/protocols";
import { type Config, listenerPort } from "../config.ts";
import { WEB_FOLDER } from "../web-folder.ts";
import { type Finding, lookAt } from "./finding.ts";

const PATIENCE_MILLISECONDS = 5_000;

/** What people and trackers come in by. */
export async function lookAtDoors(config: Config): Promise<readonly Finding[]> {
  const isServing = await answers(`http://localhost:${config.ZPR_HTTP_PORT}/health/live`);
  return [
    lookAtWebApp(),
    await lookAtPublicUrl(config, isServing),
    await lookAtSignIn(config),
    await lookAtListeners(config, isServing),
  ];
}

function lookAtWebApp(): Finding {
  const subject = "web app";
  return existsSync(WEB_FOLDER)
    ? { subject, state: "well", found: "built" }
    : { subject, state: "broken", found: "not built", advice: "run npm run web" };
}

async function lookAtPublicUrl(config: Config, isServing: boolean): Promise<Finding> {
  const subject = "public address";
  const { ZPR_PUBLIC_URL: url, ZPR_HOST: host } = config;
  const { hostname, protocol } = new URL(url);
  const isLocal = hostname === "localhost" || hostname.startsWith("127.");
  if (isLocal)
    return {
      subject,
      state: "doubtful",
      found: `${url}, which leads every other machine to itself`,
      advice: "set ZPR_PUBLIC_URL before you print labels: their QR codes say it",
    };
  if (protocol === "http:")
    return {
      subject,
      state: "broken",
      found: `${url} is not encrypted: browsers neither sign in nor tell a position there`,
      advice: "put a proxy with a certificate in front, and say https in ZPR_PUBLIC_URL",
    };
  if (!isServing) return { subject, state: "well", found: `${url}; nothing serves here just now` };
  return lookAt(
    subject,
    async () => {
      const response = await fetch(`${url}/health/live`, patience());
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      return { state: "well", found: `${url} leads here` };
    },
    `let ${url} lead to port ${config.ZPR_HTTP_PORT} of ${host}`,
  );
}

async function lookAtSignIn({ ZPR_OIDC_ISSUER: issuer }: Config): Promise<Finding> {
  const subject = "sign-in";
  if (!issuer) return { subject, state: "well", found: "built-in provider" };
  return lookAt(
    subject,
    async () => {
      const response = await fetch(`${issuer}/.well-known/openid-configuration`, patience());
      if (!response.ok) throw new Error(`${issuer} answers ${response.status}`);
      const { issuer: says } = (await response.json()) as { readonly issuer?: unknown };
      if (says !== issuer) throw new Error(`it calls itself ${String(says)}`);
      return { state: "well", found: issuer };
    },
    "set ZPR_OIDC_ISSUER to the issuer exactly as the provider's discovery document says it",
  );
}

async function lookAtListeners(config: Config, isServing: boolean): Promise<Finding> {
  const subject = "tracker listeners";
  const listeners = protocols
    .map(({ name, transports }) => ({ name, transports, port: listenerPort(config, name) }))
    .filter(({ port, transports }) => port !== 0 && transports.includes("tcp"));
  const wrong = [];
  for (const { name, port } of listeners)
    if ((await isTaken(port)) !== isServing) wrong.push(`${name} (${port})`);
  if (wrong.length === 0)
    return { subject, state: "well", found: `${listeners.length} ${isServing ? "open" : "free"}` };
  return isServing
    ? {
        subject,
        state: "doubtful",
        found: `closed on this machine: ${wrong.join(", ")}`,
        advice: "they are open where the role gateway runs",
      }
    : {
        subject,
        state: "broken",
        found: `ports that another program holds: ${wrong.join(", ")}`,
        advice: "stop it, or choose other ports with ZPR_<PROTOCOL>_PORT",
      };
}

function patience() {
  return { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, patience()).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Whether somebody listens at a port; who may not listen there himself asks by calling. */
async function isTaken(port: number): Promise<boolean> {
  const server = createServer();
  const isFree = await new Promise<boolean>((done) => {
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => done(true));
  });
  if (!isFree) return isAnswered(port);
  server.close();
  await once(server, "close");
  return false;
}

function isAnswered(port: number): Promise<boolean> {
  return new Promise((done) => {
    const call = connect({ port, host: "127.0.0.1", timeout: PATIENCE_MILLISECONDS });
    const end = (answered: boolean) => {
      call.destroy();
      done(answered);
    };
    call.once("connect", () => end(true));
    call.once("timeout", () => end(false));
    call.once("error", () => end(false));
  });
}
