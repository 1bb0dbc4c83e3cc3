import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderMailer } from "./folder-mailer.ts";

test("writes a mail as one file, the same file when it is sent again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
  const mailer = folderMailer(join(folder, "mail"), "zpr@localhost");
  const mail = {
    id: "a",
    to: "ada@example.org",
    subject: "Tracker 3\r\nBcc: eve@example.org",
    text: "It is silent.",
    unsubscribeUrl: null,
  };
  for (const _ of ["once", "again"])
    expect(await mailer.send(mail, new AbortController().signal)).toEqual({ accepted: true });
  expect(await readdir(join(folder, "mail"))).toEqual(["a.eml"]);
  const text = await readFile(join(folder, "mail", "a.eml"), "utf8");
  expect(text).toContain("From: zpr@localhost\r\nTo: ada@example.org\r\n");
  expect(text).toContain("\r\n\r\nIt is silent.");
  expect(text).not.toMatch(/^Bcc:/m);
  await rm(folder, { recursive: true });
});
