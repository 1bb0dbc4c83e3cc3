/** The image's healthcheck, as there is no curl in it: ends with 0 when this process's role is ready. */
const port = process.env["ZPR_HTTP_PORT"] ?? "8080";
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
