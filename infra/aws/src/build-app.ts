import { App, type AppProps, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { acknowledge } from "./acknowledged.ts";
import { EdgeStack } from "./edge.ts";
import { ProductStack } from "./product.ts";
import { readSettings } from "./settings.ts";

export interface Built {
  readonly app: App;
  readonly edge: EdgeStack;
  readonly product: ProductStack;
}

/** The two stacks, judged by AWS's own rules as they are synthesized. Needs no account and no network. */
export function buildApp(props: AppProps = {}): Built {
  const app = new App({ ...props, analyticsReporting: false });
  const settings = readSettings(app.node);
  const { account, region } = settings;
  const edge = new EdgeStack(app, "ZprEdge", {
    env: { account, region: "us-east-1" },
    crossRegionReferences: true,
    settings,
  });
  const product = new ProductStack(app, "Zpr", {
    env: { account, region },
    crossRegionReferences: true,
    terminationProtection: true,
    settings,
    edge,
  });
  acknowledge(product, settings);
  Tags.of(app).add("application", "zpr");
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, edge, product };
}
