import { fileURLToPath } from "node:url";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin, VpcOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import type { WebBalancer } from "../web-balancer.ts";
import { fileHeaders, labWorkerHeaders, serverHeaders } from "./headers.ts";
import { Invalidation } from "./invalidation.ts";
import { manifestOf } from "./manifest.ts";

/** The web app as built. */
export const APP = fileURLToPath(new URL("../../../../apps/web/dist/browser", import.meta.url));
/** What the server answers; the rest are files. */
export const SERVER_PATHS = [
  "/api/*",
  "/ogc",
  "/ogc/*",
  "/tiles/*",
  "/auth/*",
  "/ingest/*",
  "/study/*",
  "/contest/*",
  "/mail/*",
];
/** Files whose names tell their contents, as BucketDeployment's patterns. */
const HASHED_FILES = ["js", "mjs", "css", "wasm", "woff", "woff2"].map(
  (end) => `*-????????.${end}`,
);
const PAGE_OF_PATH = fileURLToPath(new URL("page-of-path.js", import.meta.url));

export interface WebProps {
  readonly domain: string;
  readonly certificate: ICertificate;
  readonly firewallArn: string;
  readonly balancer: WebBalancer;
  readonly logs: IBucket;
}

/** What the world sees: files from a bucket that only this distribution can read, the rest from the api. */
export class Web extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly deployments: readonly BucketDeployment[];
  readonly invalidation: Invalidation;

  constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id);
    this.bucket = new Bucket(this, "Files", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.DESTROY,
      serverAccessLogsBucket: props.logs,
      serverAccessLogsPrefix: "files/",
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    this.distribution = this.#distribution(props);
    this.deployments = this.#deploy();
    this.invalidation = new Invalidation(this, "Invalidation", {
      distribution: this.distribution,
      manifest: manifestOf(APP),
    });
    this.invalidation.resource.node.addDependency(...this.deployments);
  }

  #distribution({ domain, certificate, firewallArn, balancer, logs }: WebProps): Distribution {
    const files = this.#files();
    const server = this.#server(domain, balancer);
    return new Distribution(this, "Distribution", {
      domainNames: [domain],
      certificate,
      webAclId: firewallArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: "distribution/",
      defaultBehavior: files,
      additionalBehaviors: {
        "/lab-app/lab-worker.js": { ...files, responseHeadersPolicy: labWorkerHeaders(this) },
        ...Object.fromEntries(SERVER_PATHS.map((path) => [path, server])),
      },
    });
  }

  #files(): BehaviorOptions {
    const pageOfPath = new EdgeFunction(this, "PageOfPath", {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: PAGE_OF_PATH }),
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: fileHeaders(this),
      functionAssociations: [{ function: pageOfPath, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  #server(domainName: string, { balancer }: WebBalancer): BehaviorOptions {
    return {
      origin: VpcOrigin.withApplicationLoadBalancer(balancer, {
        // The balancer's certificate is for this name, and the server builds its links with it.
        domainName,
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(60),
        keepaliveTimeout: Duration.seconds(60),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // What may be kept, and by whom, the server tells browsers; nothing of a signed-in person stays here.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
      responseHeadersPolicy: serverHeaders(this),
      compress: true,
    };
  }

  /** Hashed files first, and those of before stay, as open pages still ask for them; then the files that name them. */
  #deploy(): readonly BucketDeployment[] {
    const into = {
      sources: [Source.asset(APP)],
      destinationBucket: this.bucket,
      prune: false,
      memoryLimit: 512,
    };
    const hashed = new BucketDeployment(this, "HashedFiles", {
      ...into,
      exclude: ["*"],
      include: HASHED_FILES,
      cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
    });
    const others = new BucketDeployment(this, "OtherFiles", {
      ...into,
      exclude: HASHED_FILES,
      // Browsers ask each time whether theirs is still right; CloudFront is told when it is not.
      cacheControl: [CacheControl.fromString("max-age=0, must-revalidate, s-maxage=31536000")],
    });
    others.node.addDependency(hashed);
    return [hashed, others];
  }
}
