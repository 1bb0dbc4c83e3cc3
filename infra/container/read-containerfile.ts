import { readFile } from "node:fs/promises";
import { DockerfileParser, type Instruction } from "dockerfile-ast";

/** What the last stage of the Containerfile says of the image. */
export interface ImageDescription {
  /** Images the stages begin with. */
  readonly bases: readonly string[];
  readonly user: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

/** Reads the image's description, so that what is tested is what the file says. */
export async function readContainerfile(): Promise<ImageDescription> {
  const text = await readFile(new URL("Containerfile", import.meta.url), "utf8");
  const instructions = DockerfileParser.parse(text).getInstructions();
  const isFrom = (instruction: Instruction) => instruction.getKeyword() === "FROM";
  const last = instructions.slice(instructions.findLastIndex(isFrom));
  const all = (keyword: string) =>
    last.filter((instruction) => instruction.getKeyword() === keyword).map(plain);
  const only = (keyword: string) => all(keyword).at(-1) ?? "";
  return {
    bases: instructions.filter(isFrom).map((from) => plain(from).split(" ")[0] ?? ""),
    user: only("USER"),
    environment: pairs(all("ENV")),
    labels: pairs(all("LABEL")),
    ports: all("EXPOSE").flatMap((words) => words.split(" ")),
    volumes: all("VOLUME").flatMap((words) => words.split(" ")),
    entryPoint: JSON.parse(only("ENTRYPOINT")),
    command: JSON.parse(only("CMD")),
    healthCheck: JSON.parse(only("HEALTHCHECK").replace(/^(.* )?CMD /, "")),
  };
}

/** Everything behind the keyword, on one line. */
function plain(instruction: Instruction): string {
  return (instruction.getArgumentsContent() ?? "").replaceAll(/\\\n\s*/g, "").trim();
}

function pairs(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.flatMap((text) =>
      [...text.matchAll(/([\w.]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    ),
  );
}
