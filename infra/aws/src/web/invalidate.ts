import { CloudFrontClient, CreateInvalidationCommand } from "@aws-sdk/client-cloudfront";
import { changedPaths, type Manifest } from "./changed-paths.ts";

/** What CloudFormation says when files were put into the bucket. */
export interface Deployment {
  readonly RequestType: "Create" | "Update" | "Delete";
  readonly RequestId: string;
  readonly ResourceProperties: Deployed;
  readonly OldResourceProperties?: Deployed;
}

interface Deployed {
  readonly distributionId: string;
  readonly manifest: Manifest;
}

/** Tells CloudFront to forget exactly what this deployment changed; with nothing changed, nothing. */
export async function handler(deployment: Deployment): Promise<{ PhysicalResourceId: string }> {
  const { distributionId, manifest } = deployment.ResourceProperties;
  const before = deployment.OldResourceProperties?.manifest ?? {};
  const paths = deployment.RequestType === "Update" ? changedPaths(before, manifest) : [];
  if (paths.length > 0)
    await new CloudFrontClient().send(
      new CreateInvalidationCommand({
        DistributionId: distributionId,
        InvalidationBatch: {
          CallerReference: deployment.RequestId,
          Paths: { Quantity: paths.length, Items: [...paths] },
        },
      }),
    );
  return { PhysicalResourceId: `invalidation-of-${distributionId}` };
}
