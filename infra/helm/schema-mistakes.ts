import type { Manifest } from "./render-chart.ts";

/** A class of kubernetes-models, made from Kubernetes' OpenAPI document or from an operator's CRDs. */
type Model = new (data: object) => { validate(): void };

/** Packages with the schemas of API groups that are no part of Kubernetes. */
const OPERATORS: Readonly<Record<string, string>> = {
  "keda.sh": "@kubernetes-models/keda",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
};

/** What the schema of its kind finds wrong with an object; undefined when nothing is. Rejects for a kind of which there is no schema. */
export async function schemaMistake(manifest: Manifest): Promise<string | undefined> {
  const { apiVersion, kind } = manifest;
  const home = OPERATORS[apiVersion.split("/")[0] ?? ""] ?? "kubernetes-models";
  const models: Readonly<Record<string, Model>> = await import(`${home}/${apiVersion}/${kind}`);
  const Model = models[kind];
  if (!Model) throw new Error(`${home} has no ${kind} of ${apiVersion}`);
  try {
    new Model(manifest).validate();
    return undefined;
  } catch (error) {
    return `${kind} ${manifest.metadata.name}: ${String(error)}`;
  }
}
