import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** Requests of one address in five minutes: of everything, and of what costs more to answer. */
const LIMITS = { all: 6000, signIn: 100, reports: 300 } as const;

/** What CloudFront takes from us-east-1 only, wherever the rest is: the certificate and the firewall. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly firewall: CfnWebACL;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { domain, zoneId: hostedZoneId, zoneName } = props.settings;
    const zone = HostedZone.fromHostedZoneAttributes(this, "Zone", { hostedZoneId, zoneName });
    this.certificate = new Certificate(this, "Certificate", {
      domainName: domain,
      validation: CertificateValidation.fromDns(zone),
    });
    this.firewall = new CfnWebACL(this, "Firewall", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seenAs("Firewall"),
      rules: [
        limit({ name: "SignIn", priority: 0, most: LIMITS.signIn, path: "/auth/" }),
        limit({ name: "Reports", priority: 1, most: LIMITS.reports, path: "/api/v1/items/" }),
        limit({ name: "All", priority: 2, most: LIMITS.all }),
        managed("AWSManagedRulesAmazonIpReputationList", 3),
        managed("AWSManagedRulesKnownBadInputsRuleSet", 4),
        // Photos are larger than the 8 kB it looks at, and item codes may look like anything.
        managed("AWSManagedRulesCommonRuleSet", 5, ["SizeRestrictions_BODY"]),
      ],
    });
  }
}

interface Limit {
  readonly name: string;
  readonly priority: number;
  readonly most: number;
  /** Only what begins so; everything when absent. */
  readonly path?: string;
}

function limit({ name, priority, most, path }: Limit): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig: seenAs(name),
    statement: {
      rateBasedStatement: {
        limit: most,
        evaluationWindowSec: 300,
        aggregateKeyType: "IP",
        ...(path && { scopeDownStatement: beginsWith(path) }),
      },
    },
  };
}

function beginsWith(path: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString: path,
      textTransformations: [{ priority: 0, type: "NORMALIZE_PATH" }],
    },
  };
}

function managed(
  name: string,
  priority: number,
  counted: readonly string[] = [],
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    visibilityConfig: seenAs(name),
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

function seenAs(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
