import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run, useServer } from "./running-server.ts";

const server = useServer();
let studyId: number;

beforeAll(async () => {
  const { call } = server();
  studyId = (await call<{ id: number }>("POST", "/api/v1/studies", { name: "Labelled" })).id;
  const bottle = { studyId, name: "bottle" };
  const itemTypeId = (await call<{ id: number }>("POST", "/api/v1/item-types", bottle)).id;
  const batch = { studyId, itemTypeId, count: 30 };
  await call("POST", "/api/v1/items/batch", batch);
});

const settings = () => ({
  ZPR_DATA_DIR: server().folder,
  ZPR_PUBLIC_URL: "https://river.example",
});
const exportLabels = (...options: readonly string[]) =>
  run(["export", "labels", "--study", String(studyId), ...options], settings());

test("labels are written beside a running server, on as many sheets as they need", async () => {
  const output = join(server().folder, "labels.pdf");
  expect(await exportLabels("--output", output)).toBe(`wrote ${output}`);
  expect(await pagesOf(output)).toBe(2);
  await exportLabels(
    "--output",
    output,
    "--sheet",
    "L7163",
    "--start",
    "14",
    "--languages",
    "nl,fr",
  );
  expect(await pagesOf(output)).toBe(4);
});

test.each([
  [["--codes", "ZZZZZZ"], "no items here have these codes: ZZZZZZ"],
  [["--languages", "tlh"], "--languages is tlh"],
])("%j is a wish that is refused with exit code 2", async (options, reason) => {
  await expect(exportLabels(...options)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(reason),
  });
});

async function pagesOf(file: string): Promise<number> {
  const pdf = await readFile(file, "latin1");
  return pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}
