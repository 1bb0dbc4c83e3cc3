import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { parseAllDocuments } from "yaml";
import { helm, strictDecoder } from "../outside-tools.ts";

/** An object of Kubernetes, as far as all are alike. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** The chart rendered: its text, and each object in it. */
export interface Rendered {
  readonly text: string;
  readonly manifests: readonly Manifest[];
  /** The only object of a kind with this name. */
  find(kind: string, name: string): Manifest;
}

const CHART = new URL("zpr", import.meta.url).pathname;
const KUBERNETES = "1.34.0";

/** Renders the chart as `helm install` would; rejects with Helm's own words when it will not. */
export async function renderChart(...parameters: readonly string[]): Promise<Rendered> {
  const { stdout } = await promisify(execFile)(
    helm.path,
    ["template", "zpr", CHART, "--namespace=zpr", `--kube-version=${KUBERNETES}`, ...parameters],
    { maxBuffer: 16 * 2 ** 20 },
  );
  const manifests = parseAllDocuments(stdout)
    .map((document): Manifest | null => document.toJS())
    .filter((manifest) => manifest !== null);
  return {
    text: stdout,
    manifests,
    find(kind, name) {
      const [found, other] = manifests.filter(
        (manifest) => manifest.kind === kind && manifest.metadata.name === name,
      );
      if (!found || other) throw new Error(`there is not one ${kind} ${name}`);
      return found;
    },
  };
}

/** What `helm lint` says of the chart with these values; rejects when it fails. */
export async function lintChart(...parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(helm.path, [
    "lint",
    "--strict",
    CHART,
    `--kube-version=${KUBERNETES}`,
    ...parameters,
  ]);
  return stdout;
}

/** What Kubernetes' own types do not know of a rendered text, a line each, and which kinds are not its own. */
export function unknownFields(text: string): string {
  return spawnSync(strictDecoder.path, { input: text, encoding: "utf8" }).stdout.trim();
}
