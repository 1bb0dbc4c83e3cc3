import type { User } from "./user-store.ts";

/** What somebody needs to sign in with the built-in provider. */
export interface Account {
  /** UUID; the subject of the user it belongs to. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Argon2id in PHC form. */
  readonly passwordHash: string;
}

export interface NewAccount extends Omit<Account, "id"> {
  readonly administrator: boolean;
}

/** The setup link that pays for an account, and when. */
export interface UsedLink {
  readonly hash: string;
  readonly now: Date;
}

/** Accounts of the built-in provider. Identity writes and reads. */
export interface AccountStore {
  /** Makes an account with its user, a member of the studies that invited the address, and uses up the setup link if it needs one: all of it or nothing. */
  create(account: NewAccount, link?: UsedLink): Promise<User | "email-taken" | "link-invalid">;
  find(id: string): Promise<Account | undefined>;
  /** Upper and lower case are the same. */
  findByEmail(email: string): Promise<Account | undefined>;
}
