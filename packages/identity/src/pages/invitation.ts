import type { Locale } from "@zpr/model";
import { html, type Page } from "@zpr/pages";
import type { OpenInvitation } from "@zpr/ports";
import { field, type Tried } from "./forms.ts";
import { messagesIn } from "./messages/languages.ts";

/** The form on which somebody who is invited makes their account. */
export function invitationPage(
  locale: Locale,
  token: string,
  { email, studyName, name, problem }: OpenInvitation & Omit<Tried, "email">,
): Page {
  const { setup, invitation } = messagesIn(locale);
  return {
    locale,
    title: invitation.title,
    lead: invitation.lead(studyName),
    problem,
    inLanguage: (other) => `/auth/invitation?token=${token}&lang=${other}`,
    body: html`<form method="post" action="/auth/invitation?lang=${locale}">
<input type="hidden" name="token" value="${token}">
${field("name", setup.name, html`<input id="name" name="name" autocomplete="name" required maxlength="200" value="${name}">`)}
${field("email", setup.email, html`<input id="email" name="email" type="email" autocomplete="username" readonly value="${email}">`)}
${field(
  "password",
  setup.password,
  html`<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="256" aria-describedby="rule"><p class="hint" id="rule">${setup.passwordRule}</p>`,
)}
<button class="action" type="submit">${setup.submit}</button>
</form>`,
  };
}
