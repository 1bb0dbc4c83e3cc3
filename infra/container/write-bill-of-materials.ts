import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { productionPackages } from "./production-packages.ts";

/** The part of a CycloneDX document that we look at. */
export interface BillOfMaterials {
  readonly bomFormat: "CycloneDX";
  readonly serialNumber: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly "bom-ref": string;
    readonly purl: string;
  }[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}

/**
 * npm describes all packages, and we keep those that production needs: its own `--omit=dev` leaves out
 * what is a development dependency of anybody. The web app's libraries are in the
 * image too, inside its scripts.
 */
const WORKSPACES = ["@zpr/server", "@zpr/web"];

/**
 * Writes what npm packages the image is made of, as CycloneDX 1.5. The same packages give the same
 * bytes: npm's random serial number becomes one that follows from the contents, its clock is left out.
 */
export async function writeBillOfMaterials(file: string): Promise<void> {
  const { stdout } = await promisify(execFile)(
    "npm",
    [
      "sbom",
      "--sbom-format=cyclonedx",
      "--sbom-type=application",
      ...WORKSPACES.flatMap((name) => ["--workspace", name]),
    ],
    { cwd: new URL("../..", import.meta.url).pathname, maxBuffer: 64 * 2 ** 20 },
  );
  const said: BillOfMaterials & { readonly metadata: object } = JSON.parse(stdout);
  const within = new Set(
    (await Promise.all(WORKSPACES.map(productionPackages))).flat().map(({ id }) => id),
  );
  const { timestamp: _, component, ...metadata } = { timestamp: "", ...said.metadata };
  const bill = {
    ...said,
    // npm names the project after the folder it lies in.
    metadata: { ...metadata, component: { ...component, name: "zpr" } },
    components: said.components.filter((part) => within.has(part["bom-ref"])),
    dependencies: said.dependencies
      .filter(({ ref }) => within.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.filter((id) => within.has(id)),
      })),
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify({ ...bill, serialNumber: "" }))}`;
  await writeFile(file, `${JSON.stringify({ ...bill, serialNumber }, null, 1)}\n`);
}

/** A UUID of version 8, in which a hash of the text stands. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}
