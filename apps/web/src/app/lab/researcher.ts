import { Injectable, signal } from "@angular/core";

/** What `/auth/me` says of somebody who is signed in. */
export interface SignedIn {
  readonly signedIn: true;
  readonly user: {
    readonly id: number;
    readonly name: string;
    readonly email: string | null;
    readonly administrator: boolean;
  };
}

/** The person who is signed in. */
@Injectable({ providedIn: "root" })
export class Researcher {
  readonly #user = signal<SignedIn["user"] | undefined>(undefined);

  readonly user = this.#user.asReadonly();

  welcome({ user }: SignedIn): void {
    this.#user.set(user);
  }
}
