import { text } from "node:stream/consumers";
import { createAccount, createApiKey, listUsers } from "@zpr/identity";
import { type Database, postgresIdentityStores, postgresWriteContext } from "@zpr/storage";
import type { Command } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { visitDatabase } from "../open-database.ts";

const COMMAND_LINE = { kind: "command-line", id: null, name: "zpr user" } as const;

/** `zpr user`: people and machines that may sign in; before or while the server runs. */
export function addUserCommand(program: Command): void {
  const user = program.command("user").description("people and API keys");

  user
    .command("key")
    .argument("<name>", "what the key is for")
    .option("--admin", "a key that may do everything")
    .option("--study <id>", "a key for one study", Number)
    .option("--scope <scope>", "with --study: read or ingest", "read")
    .description("make an API key and print it; it is shown this once")
    .addHelpText("after", "\nExample:\n  zpr user key qgis --study 1")
    .action((name: string, options: KeyOptions) =>
      atDatabase((database) => makeKey(database, name, options)),
    );

  user
    .command("add")
    .argument("<email>")
    .requiredOption("--name <name>", "how the lab calls them")
    .option("--admin", "an administrator")
    .description(
      "make an account of the built-in provider; its password is read from standard input",
    )
    .addHelpText("after", "\nExample:\n  zpr user add an@example.org --name An < password.txt")
    .action((email: string, options: AddOptions) =>
      atDatabase((database) => add(database, email, options)),
    );

  user
    .command("list")
    .description("print everybody who may sign in")
    .addHelpText("after", "\nExample:\n  zpr user list")
    .action(() => atDatabase(list));
}

interface KeyOptions {
  readonly admin?: true;
  readonly study?: number;
  readonly scope: string;
}

interface AddOptions {
  readonly name: string;
  readonly admin?: true;
}

async function atDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const { database, close } = await visitDatabase(readConfig(process.env));
  try {
    await postgresWriteContext.actAs(COMMAND_LINE, () => work(database));
  } finally {
    await close();
  }
}

async function makeKey(database: Database, name: string, options: KeyOptions): Promise<void> {
  const made = await createApiKey(
    postgresIdentityStores(database).apiKeys,
    wantedKey(name, options),
    new Date(),
  );
  if (made === "study-unknown") throw new ConfigError(`there is no study ${options.study}`);
  console.log(made.secret);
}

function wantedKey(name: string, { admin, study, scope }: KeyOptions) {
  if (admin) return { name, administrator: true } as const;
  if (study === undefined)
    throw new ConfigError("say whose key it is: --admin, or --study with a study's id");
  if (scope !== "read" && scope !== "ingest") throw new ConfigError("--scope is read or ingest");
  return { name, studyId: study, scope } as const;
}

async function add(database: Database, email: string, { name, admin }: AddOptions): Promise<void> {
  const password = (await text(process.stdin)).trimEnd();
  const stores = postgresIdentityStores(database);
  const outcome = await createAccount(stores, {
    email,
    name,
    password,
    administrator: admin ?? false,
  });
  if ("fault" in outcome) throw new Error(`no account was made: ${outcome.fault}`);
  console.log(`${email} may sign in now`);
}

async function list(database: Database): Promise<void> {
  const users = await listUsers(postgresIdentityStores(database));
  console.table(
    users.map(({ id, name, email, administrator }) => ({ id, name, email, administrator })),
  );
}
