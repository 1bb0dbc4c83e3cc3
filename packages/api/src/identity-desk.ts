/** Where the API gets secrets made that identity will know again; only their hashes are kept. */
export interface IdentityDesk {
  newApiKey(): { readonly secret: string; readonly keyHash: string };
  /** A link for somebody who is invited. Without a hash where people sign in elsewhere and it opens nothing by itself. */
  newInvitation(): { readonly url: string; readonly tokenHash: string | null };
}
