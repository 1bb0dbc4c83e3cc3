import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/** What the web app may load and do: the same as the server says where it serves it itself. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self' https:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
];

/** Headers of the web app's files. */
export function fileHeaders(scope: Construct): ResponseHeadersPolicy {
  return policy(scope, "FileHeaders", []);
}

/** As those, for the worker of the lab, which stands in a folder beside the pages it serves. */
export function labWorkerHeaders(scope: Construct): ResponseHeadersPolicy {
  return policy(scope, "LabWorkerHeaders", [
    { header: "Service-Worker-Allowed", value: "/lab", override: true },
  ]);
}

/** The server says itself what its pages may do; it cannot know that it is reached by TLS only. */
export function serverHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, "ServerHeaders", {
    securityHeadersBehavior: { strictTransportSecurity },
  });
}

const strictTransportSecurity = {
  accessControlMaxAge: Duration.days(365),
  includeSubdomains: true,
  override: true,
};

function policy(
  scope: Construct,
  id: string,
  more: { header: string; value: string; override: boolean }[],
): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      strictTransportSecurity,
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      contentSecurityPolicy: {
        contentSecurityPolicy: CONTENT_POLICY.join("; "),
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: "Cross-Origin-Opener-Policy", value: "same-origin", override: true },
        {
          header: "Permissions-Policy",
          value: "camera=(self), geolocation=(self), microphone=()",
          override: true,
        },
        ...more,
      ],
    },
  });
}
