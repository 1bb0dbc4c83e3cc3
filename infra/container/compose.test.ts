import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { describeSettings, readConfig } from "../../apps/server/src/config.ts";
import { readContainerfile } from "./read-containerfile.ts";

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

const read = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
const compose: { readonly services: Readonly<Record<string, Service>> } = parse(
  await read("compose.yaml"),
  { merge: true },
);
const ours = Object.values(compose.services).filter(({ image }) => image === "zpr");

/** Errors that dclint finds in the compose.yaml of a folder, first of all against the Compose specification's JSON schema. */
async function errorsIn(folder: string): Promise<string> {
  const program = new URL("../../node_modules/.bin/dclint", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(program, [folder, "--quiet"]).catch(
    (failed: { stdout: string }) => failed,
  );
  return stdout.trim();
}

describe("compose.yaml", () => {
  test("is as the Compose specification's schema wants it", async () => {
    expect(await errorsIn(new URL(".", import.meta.url).pathname)).toBe("");
  });

  test("with a slip of the pen in it would not be", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zpr-compose-"));
    await writeFile(
      join(folder, "compose.yaml"),
      (await read("compose.yaml")).replace("read_only: true", "readonly: true"),
    );
    expect(await errorsIn(folder)).toContain("additional properties");
    await rm(folder, { recursive: true });
  });

  test("pins every image of others by its version", () => {
    for (const { image } of Object.values(compose.services))
      if (image !== "zpr") expect(image).toMatch(/:v?\d+\.\d+/);
  });

  test("runs every role, without rights and without a file system to write to", () => {
    const said = ours.map(({ command }) => command?.join(" "));
    expect(said.sort()).toEqual([
      "migrate",
      "serve --roles api",
      "serve --roles gateway",
      "serve --roles ingest",
    ]);
    for (const service of ours)
      expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  });

  test("gives settings that the server knows and takes", () => {
    const known = describeSettings().map(({ name }) => name);
    for (const { environment = {} } of ours) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(readConfig(environment)).toMatchObject({ ZPR_PUBLIC_URL: "http://localhost:8080" });
    }
  });

  test("publishes every port of the image", async () => {
    const published = ours
      .flatMap(({ ports = [] }) => ports)
      .map((port) => port.split(":").slice(2).join(":"));
    expect(published.sort()).toEqual([...(await readContainerfile()).ports].sort());
  });
});

test("the realm lets our client in by PKCE alone, and back to where the server listens", async () => {
  const realm = JSON.parse(await read("keycloak/zpr-realm.json"));
  const settings = ours[0]?.environment ?? {};
  expect(settings["ZPR_OIDC_ISSUER"]).toMatch(new RegExp(`/realms/${realm.realm}$`));
  expect(realm.clients).toHaveLength(1);
  expect(realm.clients[0]).toMatchObject({
    clientId: settings["ZPR_OIDC_CLIENT_ID"],
    publicClient: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    redirectUris: [`${settings["ZPR_PUBLIC_URL"]}/auth/callback`],
    attributes: {
      "pkce.code.challenge.method": "S256",
      "post.logout.redirect.uris": `${settings["ZPR_PUBLIC_URL"]}/`,
    },
    protocolMappers: [{ config: { "claim.name": settings["ZPR_OIDC_ROLES_CLAIM"] } }],
  });
  expect(realm.groups.map(({ name }: { name: string }) => name).sort()).toEqual([
    "admin",
    "researcher",
  ]);
});
