import { inject } from "@angular/core";
import type { CanActivateFn } from "@angular/router";
import { PageLocale } from "../kit/locale.ts";
import { Researcher, type SignedIn } from "./researcher.ts";

/** Leaves for the sign-in page, which leads back to where the reader is or wanted to go. */
export function goToSignIn(path = `${location.pathname}${location.search}`): void {
  location.assign(`/auth/login?returnTo=${encodeURIComponent(path)}`);
}

/** Lets only signed-in researchers in, with the lab's messages loaded. */
export const requireSignIn: CanActivateFn = async (_route, { url }) => {
  const researcher = inject(Researcher);
  const messages = inject(PageLocale).addScope("lab");
  const answer = await fetch("/auth/me", { headers: { accept: "application/json" } });
  const said: { readonly signedIn: false } | SignedIn = await answer.json();
  if (!said.signedIn) {
    goToSignIn(url);
    return false;
  }
  researcher.welcome(said);
  await messages;
  return true;
};
