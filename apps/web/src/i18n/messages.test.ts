import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const here = import.meta.dirname;
const LANGUAGES = ["en", "nl", "fr", "de"];

interface Messages {
  readonly [key: string]: string | Messages;
}

/** The messages of one file, by their full key. */
function messagesOf(file: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  collect(JSON.parse(readFileSync(`${here}/${file}.json`, "utf8")) as Messages, "");
  return found;

  function collect(messages: Messages, path: string): void {
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === "string") found.set(path + key, message);
      else collect(message, `${path}${key}.`);
    }
  }
}

function placeholders(message: string): readonly string[] {
  return [...message.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name).sort();
}

/** All templates and code of one part of the application. */
function sourcesOf(folder: string): string {
  const root = `${here}/../app/${folder}`;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(`${root}/${file}`, "utf8"))
    .join("\n");
}

const views = readdirSync(`${here}/lab`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `lab/${name}/`);

describe.each(["", "later/", ...views])("messages in %s*.json", (folder) => {
  const english = messagesOf(`${folder}en`);

  it.each(LANGUAGES)("are complete in %s", (language) => {
    const messages = messagesOf(folder + language);
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...messages].filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  it.each(LANGUAGES)("say the same values in %s", (language) => {
    const messages = messagesOf(folder + language);
    for (const [key, message] of english)
      expect(`${key}: ${placeholders(messages.get(key) ?? "")}`).toBe(
        `${key}: ${placeholders(message)}`,
      );
  });

  it("have both forms wherever there is a plural", () => {
    const halves = [...english.keys()].filter((key) => /\.(one|other)$/.test(key));
    const stems = halves.map((key) => key.replace(/\.(one|other)$/, ""));
    const lacking = stems.filter(
      (stem) => !(english.has(`${stem}.one`) && english.has(`${stem}.other`)),
    );
    expect(lacking).toEqual([]);
  });
});

describe("messages of the lab", () => {
  it.each(LANGUAGES)("are all loaded in %s", (language) => {
    const loaded = readFileSync(`${here}/lab/${language}.ts`, "utf8");
    expect(views.filter((view) => !loaded.includes(view.replace("lab/", "./")))).toEqual([]);
  });

  it("exist once for every view", () => {
    const roots = views.flatMap((view) =>
      Object.keys(JSON.parse(readFileSync(`${here}/${view}en.json`, "utf8")) as Messages),
    );
    expect(roots.filter((root, at) => roots.indexOf(root) !== at)).toEqual([]);
  });
});

describe("messages of the finder", () => {
  const later = [...messagesOf("later/en")].map(([key, text]) => [`later.${key}`, text] as const);
  const english = new Map([...messagesOf("en"), ...later]);
  const sources = sourcesOf("find") + sourcesOf("kit");
  const literals = new Set(
    [...sources.matchAll(/["']([a-z]+\.[\w.-]*)["']/gi)].map(([, key]) => key),
  );
  /** Keys are also put together: `"place." + accuracy`. */
  const stems = [...literals].filter((key) => key?.endsWith("."));
  const isUsed = (key: string) => {
    const asked = key.replace(/\.(one|other)$/, "");
    return literals.has(asked) || stems.some((stem) => stem && asked.startsWith(stem));
  };

  it("exist for every key that a template asks for", () => {
    const asked = [...sources.matchAll(/["']([\w.-]+)["'][^|{}"']*\|\s*(transloco|plural)/g)].map(
      ([, key = "", pipe]) => (pipe === "plural" ? `${key}.other` : key),
    );
    expect(asked.length).toBeGreaterThan(80);
    expect(
      asked.filter((key) => key.includes(".") && !key.endsWith(".") && !english.has(key)),
    ).toEqual([]);
  });

  it("are all asked for", () => {
    // The words of a choice are asked for by the name of their group.
    const groups = /^(condition|surroundings|putBack)\./;
    expect([...english.keys()].filter((key) => !(groups.test(key) || isUsed(key)))).toEqual([]);
  });
});
