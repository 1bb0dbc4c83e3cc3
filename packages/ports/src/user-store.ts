import type { KnownCaller } from "./caller.ts";

/** The issuer of users whose account is with the built-in provider. Not its URL, which may change. */
export const BUILT_IN_ISSUER = "built-in";

/** A person who has signed in, or may. */
export interface User {
  readonly id: number;
  readonly issuer: string;
  readonly name: string;
  readonly email: string | null;
  readonly administrator: boolean;
  readonly createdAt: Date;
}

/** What an issuer says of a person; `undefined` leaves what was known. */
export interface Person {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Whether the issuer stands by the address; not, when it does not say. */
  readonly emailConfirmed?: boolean;
  readonly administrator: boolean | undefined;
}

/** Users, whoever vouches for them. Identity writes and reads. */
export interface UserStore {
  /** Records what an issuer says of a person; makes the user at the first time, and a member of the studies that invited the address. */
  recognise(person: Person): Promise<User>;
  find(id: number): Promise<User | undefined>;
  /** The user as a caller, with the roles of this moment. */
  asCaller(issuer: string, subject: string): Promise<KnownCaller | undefined>;
  /** In the order in which they came. */
  list(): Promise<readonly User[]>;
  hasAdministrator(): Promise<boolean>;
  /** Makes a user administrator and uses the setup link up, or does neither; says whether it did. */
  makeAdministrator(userId: number, linkHash: string, now: Date): Promise<boolean>;
}
