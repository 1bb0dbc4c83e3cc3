/** Where objects lie in S3, or in a server that speaks like it. */
export interface S3Place {
  readonly bucket: string;
  /** What all keys begin with: empty, or words that end in a slash. */
  readonly prefix: string;
  /** A server in place of Amazon's. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
}

/** Reads `s3://BUCKET[/PREFIX][?endpoint=https://HOST[:PORT]&region=REGION]`. */
export function readS3Url(text: string): S3Place {
  const url = new URL(text);
  const path = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, "");
  return {
    bucket: url.host,
    prefix: path === "" ? "" : `${path}/`,
    endpoint: url.searchParams.get("endpoint") ?? undefined,
    region: url.searchParams.get("region") ?? undefined,
  };
}
