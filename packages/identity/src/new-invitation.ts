import { digest, newSecret } from "./secret.ts";

/** A link for somebody who is invited. Elsewhere people have accounts of their own: there it only leads to sign-in. */
export function newInvitation(publicUrl: string, isElsewhere: boolean) {
  if (isElsewhere) return { url: `${publicUrl}/auth/login?returnTo=/lab`, tokenHash: null };
  const token = newSecret();
  return { url: `${publicUrl}/auth/invitation?token=${token}`, tokenHash: digest(token) };
}
