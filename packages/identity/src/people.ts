import type { IdentityStores, UsedLink, User } from "@zpr/ports";
import { hashPassword, type PasswordFault, passwordFault } from "./password.ts";

/** What can be wrong with a new account. */
export type AccountFault = PasswordFault | "name-missing" | "email-invalid" | "email-taken";

/** A new account of the built-in provider, as a person gives it. */
export interface WantedAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly administrator: boolean;
}

export type AccountOutcome =
  | { readonly user: User }
  | { readonly fault: AccountFault | "link-invalid" };

type Stores = Pick<IdentityStores, "accounts" | "users">;

/** Makes an account of the built-in provider with its user, and uses up the setup link if it needs one. */
export async function createAccount(
  { accounts }: Stores,
  { name, email, password, administrator }: WantedAccount,
  link?: UsedLink,
): Promise<AccountOutcome> {
  const wanted = { name: name.trim(), email: email.trim(), administrator };
  const fault = faultOf(wanted.name, wanted.email) ?? passwordFault(password, wanted.email);
  if (fault) return { fault };
  const outcome = await accounts.create(
    { ...wanted, passwordHash: await hashPassword(password) },
    link,
  );
  return typeof outcome === "string" ? { fault: outcome } : { user: outcome };
}

/** Everybody who has signed in or may, in the order in which they came. */
export function listUsers({ users }: Stores): Promise<readonly User[]> {
  return users.list();
}

function faultOf(name: string, email: string): AccountFault | undefined {
  if (name.length === 0 || name.length > 200) return "name-missing";
  if (email.length > 254 || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(email)) return "email-invalid";
  return undefined;
}
