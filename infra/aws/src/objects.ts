import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/** Photos and files of jobs: private, encrypted with a key of their own, undeleted for 30 days. */
export class Objects extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { logs }: { readonly logs: IBucket }) {
    super(scope, id);
    this.bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.KMS,
      encryptionKey: new Key(this, "Key", { enableKeyRotation: true }),
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "objects/",
      lifecycleRules: [
        // Photos stay; those of last season are seldom looked at.
        ...["sightings/", "releases/"].map((prefix) => ({
          prefix: `zpr/${prefix}`,
          transitions: [
            {
              storageClass: StorageClass.INTELLIGENT_TIERING,
              transitionAfter: Duration.days(30),
            },
          ],
        })),
        // The server removes these after 7 days; this sweeps what a killed process left.
        { prefix: "zpr/jobs/", expiration: Duration.days(30) },
        // What a finder wanted erased is gone a month later, in every version.
        { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
      ],
    });
  }
}
