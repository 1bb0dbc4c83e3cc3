import type { StudyWords } from "./study-words.ts";

/** French. */
export const fr: StudyWords = {
  lead: "Où se trouve le plastique de cette étude, et qui l’a trouvé.",
  simulated: "Simulé : rien de tout cela ne s’est produit.",
  counters: {
    items: "objets",
    reports: "signalements",
    finders: "personnes",
    kilometres: "kilomètres parcourus",
    alive: "balises actives",
  },
  map: "Carte de l’étude",
  mapLoading: "La carte arrive…",
  mapFailed: "La carte ne peut pas être affichée pour l’instant. Le tableau donne les mêmes lieux.",
  mapNeedsScript: "La carte a besoin de JavaScript. Le tableau donne les mêmes lieux.",
  legend: {
    item: "dernier lieu connu d’un objet",
    sighting: "vu par quelqu’un",
    track: "le chemin d’une balise",
  },
  delayed: (hours) =>
    hours === 1
      ? "Les positions des balises paraissent une heure plus tard."
      : `Les positions des balises paraissent ${hours} heures plus tard.`,
  coarse: (metres) => `Les lieux sont montrés à ${metres} mètres près environ.`,
  table: "La même chose en tableau : derniers lieux des objets",
  tableNone: "Aucun objet n’a encore de lieu.",
  tableMore: (shown) => `Les ${shown} premiers. Tous sont dans les données ouvertes.`,
  columns: {
    item: "Objet",
    type: "Ce que c’est",
    place: "Longitude, latitude",
    since: "Quand, et d’où nous le savons",
  },
  evidence: { release: "sa mise à l’eau", fix: "sa balise", sighting: "quelqu’un" },
  latest: "Derniers signalements",
  latestNone: "Personne n’a encore rien signalé. Serez-vous la première personne ?",
  photoOf: (type, code) => `Photo envoyée par quelqu’un : ${type} ${code}`,
  journey: "Son voyage",
  condition: {
    "as-new": "Comme neuf",
    worn: "Usé, décoloré",
    damaged: "Cassé, déchiré",
    fragment: "Un morceau",
  },
  surroundings: {
    water: "dans l’eau",
    bank: "sur la berge",
    vegetation: "dans les plantes",
    structure: "quai ou pierres",
    beach: "sur la plage",
    elsewhere: "ailleurs",
  },
  help: "Vous avez trouvé un de ces objets ?",
  helpLines: [
    "Entrez son code ou scannez-le : sans application, sans compte, en moins d’une minute.",
    "Reposez-le exactement là où il était, pour que nous voyions où la rivière l’emmène ensuite.",
  ],
  report: "Signaler une trouvaille",
  contest: "Le concours de cette étude",
  data: "Données ouvertes",
  dataLines: "Objets, chemins et signalements pour QGIS, R et d’autres (OGC API - Features)",
  whole: "La page entière",
  noneTitle: "Cette étude n’a pas de page publique",
  noneLead:
    "Elle n’est pas publique, ou aucune étude ne porte ce numéro. Les signalements parviennent tout de même à l’équipe de recherche.",
  home: "Vers la page d’accueil",
  controls: {
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    credits: "Sources de la carte",
    twoFingers: "Déplacez la carte avec deux doigts",
    control: "Zoomez avec Ctrl et la molette",
    command: "Zoomez avec ⌘ et la molette",
  },
};
