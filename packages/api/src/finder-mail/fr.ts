import type { FinderWords } from "./finder-words.ts";

/** French. */
export const fr: FinderWords = {
  confirmation: {
    subject: (item) => `Pouvons-nous vous écrire au sujet de l’objet ${item} ?`,
    lines: (item, confirmUrl) => [
      `Merci d’avoir signalé l’objet ${item}. Votre signalement est enregistré, quoi que vous fassiez de ce message.`,
      "Vous souhaitez être prévenu quand l’objet sera revu. Confirmez que cette adresse est la vôtre :",
      confirmUrl,
      "Si ce n’était pas vous, ne faites rien : vous ne recevrez plus de message et nous oublierons cette adresse au bout de 14 jours.",
    ],
  },
  contest: {
    subject: (item) => `L’objet ${item} participe au concours`,
    lines: (item, rulesUrl) => [
      `Merci d’avoir signalé l’objet ${item}. Votre signalement participe au concours.`,
      `Prix, règlement et plus tard le résultat : ${rulesUrl}`,
      "Nous ne vous écrirons plus à ce sujet que si vous gagnez. Si ce n’était pas vous, ou si vous préférez ne pas participer, supprimez votre adresse par le lien ci-dessous ; le signalement reste.",
    ],
  },
  news: {
    subject: (item) => `L’objet ${item} a été revu`,
    lines: (item, itemUrl) => [
      `Quelqu’un d’autre a trouvé l’objet ${item}, que vous aviez signalé.`,
      `Voyez jusqu’où il est allé : ${itemUrl}`,
    ],
  },
  question: {
    subject: (item) => `Une question sur l’objet ${item}`,
    lines: (item, text, answerUrl) => [
      `Vous avez signalé l’objet ${item}. Les chercheurs aimeraient savoir :`,
      text,
      `Répondez ici, avec vos propres mots : ${answerUrl}`,
      "Si vous préférez ne pas répondre, ne faites rien.",
    ],
    title: (item) => `Une question sur l’objet ${item}`,
    lead: "Les chercheurs qui suivent cet objet aimeraient savoir :",
    label: "Votre réponse",
    submit: "Envoyer la réponse",
    empty: "Écrivez d’abord quelque chose.",
    doneTitle: "Merci",
    doneLead: "Votre réponse est jointe à votre signalement. Seuls les chercheurs la voient.",
    closedTitle: "Cette question est close",
    closedLead: "Elle a reçu une réponse ou n’est plus utile. Il n’y a plus rien à faire.",
  },
  unsubscribeAt: (url) => `Ne plus recevoir de messages : ${url}`,
  eraseAt: (url) => `Supprimer mon adresse et mon nom : ${url}`,
  actions: {
    confirm: {
      title: "Des nouvelles de vos objets",
      lead: "Nous vous écrivons quand un objet que vous avez signalé est revu, au plus une fois par jour et par objet. Chaque message permet d’y mettre fin.",
      submit: "Oui, écrivez-moi",
      doneTitle: "Vous aurez de nos nouvelles",
      doneLead: "Nous vous écrirons quand un objet que vous avez signalé sera revu.",
    },
    unsubscribe: {
      title: "Ne plus recevoir de messages ?",
      lead: "Vous ne recevrez plus de messages sur les objets que vous avez signalés. Vos signalements restent.",
      submit: "Plus de messages",
      doneTitle: "Vous ne recevrez plus de messages",
      doneLead: "Vos signalements restent. Vous pouvez fermer cette page.",
    },
    erase: {
      title: "Supprimer vos données ?",
      lead: "Nous supprimons votre adresse e-mail et votre nom de tous vos signalements. Vous ne recevrez plus de messages et ne participerez plus aux concours. Les signalements eux-mêmes restent, sans vous. C’est définitif.",
      submit: "Supprimer mes données",
      doneTitle: "Vos données sont supprimées",
      doneLead:
        "Nous ne connaissons plus ni votre adresse ni votre nom. Vos signalements restent, sans vous.",
    },
  },
  goneTitle: "Rien n’est conservé sous ce lien",
  goneLead:
    "Votre adresse a été supprimée, ou sa durée de conservation est passée. Il n’y a plus rien à faire.",
  home: "Vers la page d’accueil",
};
