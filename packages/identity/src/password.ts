/** Passwords as argon2id (RFC 9106) in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
import { Buffer } from "node:buffer";
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MIN_LENGTH = 12;
const MAX_LENGTH = 256;

const PHC =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<parallelism>\d+)\$(?<salt>[\w+/]+)\$(?<hash>[\w+/]+)$/;

/** What an account that does not exist is checked against, so that it takes as long as one that does. */
export const NOBODYS_HASH = phc(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));

export type PasswordFault = "password-short" | "password-long" | "password-is-email";

/** What is wrong with a new password; `undefined` when nothing is. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  if ([...password].length < MIN_LENGTH) return "password-short";
  if (password.length > MAX_LENGTH) return "password-long";
  if (password.trim().toLowerCase() === email.toLowerCase()) return "password-is-email";
  return undefined;
}

/** Hashes a new password with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return phc(
    salt,
    await derive("argon2id", {
      ...COST,
      message: normal(password),
      nonce: salt,
      tagLength: HASH_BYTES,
    }),
  );
}

/** Whether a password is the one a hash was made of, at the cost the hash names. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const parts = PHC.exec(stored)?.groups;
  if (!parts) throw new Error("a stored password is not argon2id in PHC form");
  const expected = Buffer.from(parts["hash"] ?? "", "base64");
  const actual = await derive("argon2id", {
    memory: Number(parts["memory"]),
    passes: Number(parts["passes"]),
    parallelism: Number(parts["parallelism"]),
    message: normal(password.slice(0, MAX_LENGTH + 1)),
    nonce: Buffer.from(parts["salt"] ?? "", "base64"),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

/** The same characters may come in different bytes from different keyboards (NIST SP 800-63B). */
function normal(password: string): string {
  return password.normalize("NFKC");
}

function phc(salt: Buffer, hash: Buffer): string {
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(hash)}`;
}

function bare(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
