import type { IdentityStores } from "@zpr/ports";
import { digest, newSecret } from "./secret.ts";

const LIFE_MS = 24 * 3_600_000;

/** While there is no administrator: a new link that makes one, good for a day and for one use, in place of the last. */
export async function ensureSetupLink(
  { users, setupLinks }: Pick<IdentityStores, "users" | "setupLinks">,
  publicUrl: string,
  now: Date,
): Promise<string | undefined> {
  if (await users.hasAdministrator()) return undefined;
  const token = newSecret();
  await setupLinks.replace(digest(token), new Date(now.getTime() + LIFE_MS));
  return `${publicUrl}/auth/setup?token=${token}`;
}
