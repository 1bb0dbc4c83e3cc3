import type { Messages } from "./messages.ts";

/** English. */
export const en: Messages = {
  home: "To the start page",
  signIn: {
    title: "Sign in",
    lead: "For researchers who follow plastic from river to sea.",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    wrong: "This e-mail address and password do not go together. Check both and try again.",
    tooMany: (minutes) =>
      `There were too many tries. Wait ${minutes} minutes, then try again, or ask an administrator for help.`,
    finder: "Found an item on the bank? You need no account.",
    finderLink: "Report it with its code",
  },
  signOut: {
    title: "Sign out?",
    lead: "You will be signed out of Zero Plastic Rivers on this device.",
    submit: "Sign out",
    stay: "Stay signed in",
    doneTitle: "You are signed out",
    doneLead: "You can close this page.",
  },
  setup: {
    title: "Make the first account",
    lead: "This account is the administrator: it makes studies and lets others in.",
    name: "Your name",
    email: "E-mail address",
    password: "Password",
    passwordRule:
      "At least 12 characters. Four random words are easy to remember and hard to guess.",
    submit: "Make the account",
    goneTitle: "This link does not work any more",
    goneLead:
      "It was used, it is more than a day old, or the server has printed a newer one since. Restart the server to get a new link, if there is no administrator yet.",
    elsewhereLead: (issuer) =>
      `People sign in here with ${issuer}. Whoever goes on from this page becomes the administrator.`,
    elsewhereSubmit: "Sign in as administrator",
    faults: {
      "name-missing": "Give the name that others will see.",
      "email-invalid": "This does not look like an e-mail address.",
      "email-taken": "There is an account with this e-mail address already.",
      "password-short": "The password is too short. It needs at least 12 characters.",
      "password-long": "The password is too long. It may have at most 256 characters.",
      "password-is-email": "The password must not be your e-mail address.",
    },
  },
  invitation: {
    title: "You are invited",
    lead: (study) => `Make your account to work on the study ${study}.`,
    goneTitle: "This invitation does not work any more",
    goneLead:
      "It was accepted, withdrawn, or is more than 14 days old. Sign in, or ask for a new one.",
  },
  failed: {
    title: "That sign-in did not work",
    lead: "It took too long, was begun in another browser, or was cancelled. Nothing is lost: try again.",
    again: "Sign in again",
    unreachableTitle: "Sign-in does not answer",
    unreachableLead:
      "The service people sign in with cannot be reached at the moment. Try again in a minute.",
    originTitle: "This request came from another site",
    originLead: "To protect you it was not carried out. Go to the page yourself and try again.",
  },
};
