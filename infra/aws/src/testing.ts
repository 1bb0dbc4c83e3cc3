import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { buildApp } from "./build-app.ts";
import type { SizeName } from "./sizes.ts";

/** A size synthesized: its templates, and what the checks found. */
export interface Synthesized {
  readonly product: Template;
  readonly edge: Template;
  /** Files of the templates. */
  readonly files: readonly string[];
  readonly findings: readonly string[];
  remove(): void;
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/** Synthesizes as `cdk synth` does with the context of cdk.json, without an account and without a network. */
export function synthesize(size: SizeName): Synthesized {
  const { context } = JSON.parse(readFileSync(new URL("../cdk.json", import.meta.url), "utf8"));
  const outdir = mkdtempSync(join(tmpdir(), "zpr-cdk-"));
  const { app, edge, product } = buildApp({
    outdir,
    // Files stay where they are; their hashes stand in the templates all the same.
    context: { ...context, size, "aws:cdk:disable-asset-staging": true },
  });
  app.synth();
  const report: Report = JSON.parse(readFileSync(join(outdir, "validation-report.json"), "utf8"));
  return {
    product: Template.fromStack(product),
    edge: Template.fromStack(edge),
    files: ["Zpr", "ZprEdge"].map((name) => join(outdir, `${name}.template.json`)),
    findings: report.pluginReports.flatMap(({ violations }) =>
      violations.flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      ),
    ),
    remove: () => rmSync(outdir, { recursive: true }),
  };
}
