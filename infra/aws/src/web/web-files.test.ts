import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changedPaths } from "./changed-paths.ts";
import { CONTENT_POLICY } from "./headers.ts";
import { type Deployment, handler } from "./invalidate.ts";
import { manifestOf } from "./manifest.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

describe("a deployment of the web app", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("knows the files whose contents may change behind their names", () => {
    const folder = mkdtempSync(join(tmpdir(), "zpr-app-"));
    mkdirSync(join(folder, "lab-app"));
    for (const name of ["index.html", "lab-app/index.html", "main-DTNL6LTS.js", "river.svg"])
      writeFileSync(join(folder, name), name);
    expect(Object.keys(manifestOf(folder))).toEqual([
      "index.html",
      "lab-app/index.html",
      "river.svg",
    ]);
  });

  test("changed what has other bytes and what is gone, and not what is new", () => {
    const before = { "index.html": "1", "ngsw.json": "1", "gone.svg": "1", "same.svg": "1" };
    const after = { "index.html": "2", "ngsw.json": "2", "new.svg": "1", "same.svg": "1" };
    expect(changedPaths(before, after)).toEqual(["/gone.svg", "/index.html", "/ngsw.json"]);
  });

  test("has CloudFront forget exactly that, and asks nothing when nothing changed", async () => {
    const asked: string[] = [];
    const cloud = createServer((request, response) => {
      request.setEncoding("utf8").on("data", (body) => asked.push(`${request.url} ${body}`));
      request.on("end", () =>
        response.writeHead(201, { "content-type": "text/xml" }).end("<Invalidation/>"),
      );
    }).listen(0);
    const address = cloud.address();
    vi.stubEnv(
      "AWS_ENDPOINT_URL",
      `http://localhost:${typeof address === "object" && address?.port}`,
    );
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "test");
    vi.stubEnv("AWS_REGION", "us-east-1");
    const from = (manifest: object, RequestType: Deployment["RequestType"] = "Update") =>
      handler({
        RequestType,
        RequestId: "request-1",
        ResourceProperties: { distributionId: "E1", manifest: { "index.html": "2" } },
        OldResourceProperties: { distributionId: "E1", manifest: { ...manifest } },
      });
    await from({ "index.html": "2" });
    await from({}, "Create");
    await from({ "index.html": "1" }, "Delete");
    expect(asked).toEqual([]);
    expect(await from({ "index.html": "1" })).toEqual({ PhysicalResourceId: "invalidation-of-E1" });
    cloud.close();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("/distribution/E1/invalidation");
    expect(asked[0]).toContain("<Quantity>1</Quantity><Items><Path>/index.html</Path></Items>");
    expect(asked[0]).toContain("<CallerReference>request-1</CallerReference>");
  });
});

describe("at the edge", () => {
  test.each([
    ["/", "/index.html"],
    ["/7KD3A9", "/index.html"],
    ["/found", "/index.html"],
    ["/lab", "/lab-app/index.html"],
    ["/lab/release", "/lab-app/index.html"],
    ["/lab-app/lab-worker.js", "/lab-app/lab-worker.js"],
    ["/main-DTNL6LTS.js", "/main-DTNL6LTS.js"],
    ["/wp-admin/setup.php", "/wp-admin/setup.php"],
  ])("%s is %s", (uri, file) => {
    const event = { request: { uri } };
    expect(runInNewContext(`${read("page-of-path.js")}; handler(event)`, { event })).toEqual({
      uri: file,
    });
  });

  test("pages may load what the server says they may", () => {
    const said = [
      ...read("../../../../packages/api/src/web-app.ts").matchAll(
        /^ {2}"([a-z-]+-src .*|base-uri .*|frame-ancestors .*)",$/gm,
      ),
    ];
    expect(said.map(([, line]) => line)).toEqual(CONTENT_POLICY);
  });
});
