import type { Messages } from "./messages.ts";

/** French. */
export const fr: Messages = {
  home: "Vers la page d’accueil",
  signIn: {
    title: "Se connecter",
    lead: "Pour les chercheurs qui suivent le plastique du fleuve à la mer.",
    email: "Adresse e-mail",
    password: "Mot de passe",
    submit: "Se connecter",
    wrong:
      "Cette adresse e-mail et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.",
    tooMany: (minutes) =>
      `Il y a eu trop d’essais. Attendez ${minutes} minutes avant de réessayer, ou demandez de l’aide à un administrateur.`,
    finder: "Vous avez trouvé un objet sur la rive ? Aucun compte n’est nécessaire.",
    finderLink: "Signalez-le avec son code",
  },
  signOut: {
    title: "Se déconnecter ?",
    lead: "Vous serez déconnecté de Zero Plastic Rivers sur cet appareil.",
    submit: "Se déconnecter",
    stay: "Rester connecté",
    doneTitle: "Vous êtes déconnecté",
    doneLead: "Vous pouvez fermer cette page.",
  },
  setup: {
    title: "Créer le premier compte",
    lead: "Ce compte est celui de l’administrateur : il crée les études et donne accès aux autres.",
    name: "Votre nom",
    email: "Adresse e-mail",
    password: "Mot de passe",
    passwordRule:
      "Au moins 12 caractères. Quatre mots au hasard sont faciles à retenir et difficiles à deviner.",
    submit: "Créer le compte",
    goneTitle: "Ce lien ne fonctionne plus",
    goneLead:
      "Il a été utilisé, il date de plus d’un jour, ou le serveur en a donné un plus récent depuis. Redémarrez le serveur pour obtenir un nouveau lien, s’il n’y a pas encore d’administrateur.",
    elsewhereLead: (issuer) =>
      `Ici, on se connecte avec ${issuer}. Qui continue à partir de cette page devient l’administrateur.`,
    elsewhereSubmit: "Se connecter comme administrateur",
    faults: {
      "name-missing": "Indiquez le nom que les autres verront.",
      "email-invalid": "Cela ne ressemble pas à une adresse e-mail.",
      "email-taken": "Il existe déjà un compte avec cette adresse e-mail.",
      "password-short": "Le mot de passe est trop court. Il lui faut au moins 12 caractères.",
      "password-long": "Le mot de passe est trop long. Il peut avoir au plus 256 caractères.",
      "password-is-email": "Le mot de passe ne doit pas être votre adresse e-mail.",
    },
  },
  invitation: {
    title: "Vous êtes invité",
    lead: (study) => `Créez votre compte pour travailler à l’étude ${study}.`,
    goneTitle: "Cette invitation ne fonctionne plus",
    goneLead:
      "Elle a été acceptée, retirée, ou date de plus de 14 jours. Connectez-vous ou demandez-en une nouvelle.",
  },
  failed: {
    title: "La connexion n’a pas abouti",
    lead: "Elle a duré trop longtemps, a commencé dans un autre navigateur ou a été annulée. Rien n’est perdu : réessayez.",
    again: "Se connecter à nouveau",
    unreachableTitle: "La connexion ne répond pas",
    unreachableLead:
      "Le service qui sert à se connecter est injoignable pour le moment. Réessayez dans une minute.",
    originTitle: "Cette demande venait d’un autre site",
    originLead:
      "Pour vous protéger, elle n’a pas été exécutée. Allez vous-même sur la page et réessayez.",
  },
};
