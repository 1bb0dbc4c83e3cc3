import type { Locale } from "@zpr/model";
import { type Html, html, type Page } from "@zpr/pages";
import { messagesIn } from "./messages/languages.ts";

/** What a form shows again after a try that failed. */
export interface Tried {
  readonly problem?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}

/** The sign-in form of the built-in provider. */
export function signInPage(locale: Locale, action: string, tried: Tried): Page {
  const { signIn } = messagesIn(locale);
  const invalid =
    tried.problem === undefined ? undefined : html` aria-invalid="true" aria-describedby="problem"`;
  return {
    locale,
    title: signIn.title,
    lead: signIn.lead,
    problem: tried.problem,
    inLanguage: (other) => `${action}?lang=${other}`,
    body: html`<form method="post" action="${action}?lang=${locale}">
${field("email", signIn.email, html`<input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="${tried.email}"${invalid}>`)}
${field("password", signIn.password, html`<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256"${invalid}>`)}
<button class="action" type="submit">${signIn.submit}</button>
<p class="aside">${signIn.finder} <a href="/">${signIn.finderLink}</a></p>
</form>`,
  };
}

/** The form that makes the first administrator. */
export function setupPage(locale: Locale, token: string, tried: Tried): Page {
  const { setup } = messagesIn(locale);
  return {
    locale,
    title: setup.title,
    lead: setup.lead,
    problem: tried.problem,
    inLanguage: (other) => `/auth/setup?token=${token}&lang=${other}`,
    body: html`<form method="post" action="/auth/setup?lang=${locale}">
<input type="hidden" name="token" value="${token}">
${field("name", setup.name, html`<input id="name" name="name" autocomplete="name" required maxlength="200" value="${tried.name}">`)}
${field("email", setup.email, html`<input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="${tried.email}">`)}
${field(
  "password",
  setup.password,
  html`<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="256" aria-describedby="rule"><p class="hint" id="rule">${setup.passwordRule}</p>`,
)}
<button class="action" type="submit">${setup.submit}</button>
</form>`,
  };
}

/** Where people sign in elsewhere, the page on which the first administrator sets off. */
export function setupElsewherePage(locale: Locale, token: string, issuer: string): Page {
  const { setup } = messagesIn(locale);
  return {
    locale,
    title: setup.title,
    lead: setup.elsewhereLead(new URL(issuer).host),
    body: html`<p class="actions"><a class="action" href="/auth/login?setup=${token}&amp;ui_locales=${locale}">${setup.elsewhereSubmit}</a></p>`,
  };
}

/** The question before signing out. */
export function signOutPage(locale: Locale, formTargets: readonly string[]): Page {
  const { signOut } = messagesIn(locale);
  return {
    locale,
    title: signOut.title,
    lead: signOut.lead,
    formTargets,
    body: html`<form method="post" action="/auth/logout" class="actions">
<button class="action" type="submit">${signOut.submit}</button>
<a class="quiet" href="/lab">${signOut.stay}</a>
</form>`,
  };
}

/** An input with its label. */
export function field(id: string, label: string, input: Html): Html {
  return html`<div class="field"><label for="${id}">${label}</label>${input}</div>`;
}
