import type { Locale } from "@zpr/model";

interface Words {
  readonly subject: (study: string) => string;
  readonly lines: (invitation: InvitationWords) => readonly string[];
}

/** What an invitation is about. */
interface InvitationWords {
  readonly study: string;
  readonly invitedBy: string;
  readonly url: string;
  readonly days: number;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (study) => `You are invited to the study ${study}`,
    lines: ({ study, invitedBy, url, days }) => [
      `${invitedBy} invites you to work on the study ${study} in Zero Plastic Rivers.`,
      `Accept within ${days} days:`,
      url,
      "If you do not know what this is about, do nothing.",
    ],
  },
  nl: {
    subject: (study) => `Je bent uitgenodigd voor de studie ${study}`,
    lines: ({ study, invitedBy, url, days }) => [
      `${invitedBy} nodigt je uit om in Zero Plastic Rivers mee te werken aan de studie ${study}.`,
      `Neem de uitnodiging binnen ${days} dagen aan:`,
      url,
      "Weet je niet waar dit over gaat, doe dan niets.",
    ],
  },
  fr: {
    subject: (study) => `Vous êtes invité à l’étude ${study}`,
    lines: ({ study, invitedBy, url, days }) => [
      `${invitedBy} vous invite à travailler à l’étude ${study} dans Zero Plastic Rivers.`,
      `Acceptez dans les ${days} jours :`,
      url,
      "Si vous ne savez pas de quoi il s’agit, ne faites rien.",
    ],
  },
  de: {
    subject: (study) => `Sie sind zur Studie ${study} eingeladen`,
    lines: ({ study, invitedBy, url, days }) => [
      `${invitedBy} lädt Sie ein, in Zero Plastic Rivers an der Studie ${study} mitzuarbeiten.`,
      `Nehmen Sie die Einladung innerhalb von ${days} Tagen an:`,
      url,
      "Wenn Sie nicht wissen, worum es geht, tun Sie nichts.",
    ],
  },
};

/** The mail that invites somebody to a study. */
export function invitationLetter(
  locale: Locale,
  words: InvitationWords,
): { readonly subject: string; readonly text: string } {
  const { subject, lines } = WORDS[locale];
  const text = [...lines(words), "-- \nZero Plastic Rivers"].join("\n\n").concat("\n");
  return { subject: subject(words.study), text };
}
