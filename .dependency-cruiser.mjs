/** The map of who may lean on whom. Read it top to bottom: each line may use the ones before it. */
const may = {
  model: [],
  ports: ["model"],
  pages: ["model"],
  protocols: ["model"],
  analytics: ["model"],
  gateway: ["model", "ports", "protocols"],
  ingest: ["model", "ports", "protocols", "analytics"],
  jobs: ["model", "ports", "protocols"],
  api: ["model", "ports", "protocols", "analytics", "pages", "jobs"],
  identity: ["model", "ports", "pages"],
  storage: ["model", "ports"],
  platform: ["model", "ports"],
  simulator: ["model", "protocols", "analytics"],
  testkit: ["model", "ports"],
};

const ways = Object.entries(may).map(([room, uses]) => ({
  name: `${room}-keeps-to-its-way`,
  comment: `packages/${room} may use only: ${uses.join(", ") || "nothing of ours"}. See ARCHITECTURE.md.`,
  severity: "error",
  from: { path: `^packages/${room}/src/`, pathNot: "[.]test[.]ts$|/testing[.]ts$" },
  to: { path: "^(packages|apps)/", pathNot: `^packages/(${[room, ...uses].join("|")})/` },
}));

export default {
  forbidden: [
    ...ways,
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-drawers",
      comment: "A file is named after what is in it. Drawers fill up with what nobody could name.",
      severity: "error",
      from: {},
      to: { path: "^(packages|apps)/.*/(utils?|helpers?|common|misc|shared|core)(/|[.]ts$)" },
    },
    {
      name: "one-door",
      comment: "Another package is entered through what its package.json exports, never deeper.",
      severity: "error",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^packages/[^/]+/src/", pathNot: "^packages/$2/|/src/(index|testing)[.]ts$" },
    },
    {
      name: "pure-rooms-do-no-io",
      comment:
        "Model, protocols and analytics compute. They may touch Buffer and nothing else of Node.",
      severity: "error",
      from: { path: "^packages/(model|protocols|analytics)/src/", pathNot: "[.]test[.]ts$" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?buffer$" },
    },
    {
      name: "pure-rooms-need-no-packages",
      comment:
        "Except geodesy, geometry, tides and XML, which are pure and better kept by others than by us.",
      severity: "error",
      from: { path: "^packages/(model|ports|protocols|analytics)/src/", pathNot: "[.]test[.]ts$" },
      to: {
        path: "node_modules/",
        pathNot:
          "node_modules/(geographiclib-geodesic|flatbush|point-in-polygon-hao|@neaps|@rgrove/parse-xml)/",
      },
    },
    {
      name: "drivers-stay-in-adapters",
      comment: "Databases, brokers and clouds are named in storage and platform only.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: "^packages/(storage|platform)/" },
      to: {
        path: "node_modules/(kysely|pg|@aws-sdk|@nats-io|ioredis|iovalkey|mqtt|nodemailer|quickjs-emscripten-core|@jitl)/",
      },
    },
    {
      name: "web-knows-the-api-only",
      comment: "The web app meets the server over HTTP, through the generated client.",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^(packages|apps)/", pathNot: "^(apps/web|packages/(model|api-client))/" },
    },
    {
      name: "features-do-not-meet",
      comment: "A feature of the web app uses the kit, never another feature.",
      severity: "error",
      from: { path: "^apps/web/src/app/([^/]+)/" },
      to: { path: "^apps/web/src/app/[^/]+/", pathNot: "^apps/web/src/app/($1|kit)/" },
    },
    {
      name: "infra-knows-files-only",
      comment:
        "What runs the product elsewhere is told by settings and files, and imports nothing of it.",
      severity: "error",
      from: { path: "^infra/", pathNot: "[.]test[.]ts$" },
      to: { path: "^(packages|apps)/" },
    },
    {
      name: "tests-are-leaves",
      severity: "error",
      from: { pathNot: "[.]test[.]ts$|^(test|bench)/" },
      to: { path: "[.]test[.]ts$|^test/" },
    },
    {
      name: "testing-doors-are-for-tests",
      severity: "error",
      from: { pathNot: "[.]test[.]ts$|/testing[.]ts$|^packages/testkit/|^(test|bench)/" },
      to: { path: "/testing[.]ts$|^packages/testkit/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^apps/web/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
