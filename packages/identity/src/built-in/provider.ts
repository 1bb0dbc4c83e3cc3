import { chooseLocale, noticePage, type Page, pageHeaders, renderPage, trusted } from "@zpr/pages";
import type { AccountStore, IdentityStores, IsAway, Log } from "@zpr/ports";
import {
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from "oidc-provider";
import { cookieName } from "../cookie.ts";
import { messagesIn } from "../pages/messages/languages.ts";
import { AGAIN_SECONDS } from "../routes/say.ts";
import { artifactAdapter } from "./artifact-adapter.ts";
import { type ProviderKeys, providerKeys, SIGNING_ALGORITHM } from "./keys.ts";

/** Our own client at the built-in provider. */
export const CLIENT_ID = "zpr";
export const SCOPES = "openid email profile";
export const PROVIDER_PATH = "/oidc";

const HOURS = 3600;

/** What the built-in provider needs of the world. */
export interface BuiltInOptions {
  readonly stores: IdentityStores;
  readonly publicUrl: string;
  readonly log: Log;
  readonly isAway: IsAway;
}

/** Our OpenID provider and the secret our own client shows to it. */
export interface BuiltIn {
  readonly provider: Provider;
  readonly clientSecret: string;
}

/** The built-in OpenID provider: code with PKCE for one client, accounts and memory in our stores. */
export async function builtInProvider({
  stores,
  publicUrl,
  log,
  isAway,
}: BuiltInOptions): Promise<BuiltIn> {
  const keys = await providerKeys(stores.provider);
  const provider = new Provider(`${publicUrl}${PROVIDER_PATH}`, {
    ...configuration(publicUrl, keys),
    renderError: (context, _out, error) => renderError(context, isAway(error)),
    adapter: (kind: string) => artifactAdapter(stores.provider, kind),
    findAccount: (_context, id) => findAccount(stores.accounts, id),
  });
  // What it says of its own address comes from the headers that mount.ts sets, not from the caller's.
  provider.proxy = true;
  const report = (error: unknown) => log.error({ err: error }, "the built-in provider failed");
  provider.on("server_error", (context, error) => {
    report(error);
    if (isAway(error)) comeAgain(context);
  });
  provider.onerror = report;
  // What fails while it keeps the browser's session reaches none of its own ways to say so.
  provider.use(async (context, next) => {
    try {
      await next();
    } catch (error) {
      if (!isAway(error)) throw error;
      report(error);
      comeAgain(context);
      context.body = "";
    }
  });
  return { provider, clientSecret: keys.clientSecret };
}

function configuration(publicUrl: string, keys: ProviderKeys): Configuration {
  const policy = interactionPolicy.base();
  // The only client is ourselves: there is nobody to consent to.
  policy.remove("consent");
  return {
    jwks: { keys: keys.signing },
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: "Zero Plastic Rivers",
        client_secret: keys.clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        scope: SCOPES,
        id_token_signed_response_alg: SIGNING_ALGORITHM,
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    scopes: SCOPES.split(" "),
    claims: { openid: ["sub"], email: ["email"], profile: ["name"] },
    // Name and address in the ID token itself, as there is no user info endpoint.
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    pkce: { required: () => true },
    loadExistingGrant,
    interactions: {
      policy,
      url: (_context, interaction) => `${PROVIDER_PATH}/sign-in/${interaction.uid}`,
    },
    cookies: {
      keys: keys.cookies,
      names: {
        session: cookieName("zpr-provider", publicUrl),
        // These have paths of their own, which the __Host- prefix forbids.
        interaction: "zpr-interaction",
        resume: "zpr-resume",
      },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 12 * HOURS,
      IdToken: HOURS,
      Interaction: HOURS,
      Session: 12 * HOURS,
    },
    clientBasedCORS: () => false,
  };
}

async function findAccount(accounts: AccountStore, id: string) {
  const account = await accounts.find(id);
  if (!account) return undefined;
  const { email, name } = account;
  return { accountId: id, claims: async () => ({ sub: id, email, name }) };
}

async function loadExistingGrant(context: KoaContextWithOIDC) {
  const { provider, session, client } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant = known === undefined ? undefined : await provider.Grant.find(known);
  if (grant && grant.accountId === session.accountId) return grant;
  const fresh = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  fresh.addOIDCScope(SCOPES);
  await fresh.save();
  return fresh;
}

function logoutSource(context: KoaContextWithOIDC, form: string): void {
  const locale = localeOf(context);
  const { signOut } = messagesIn(locale);
  show(context, {
    locale,
    title: signOut.title,
    lead: signOut.lead,
    body: trusted(
      `${form}<p class="actions"><button class="action" type="submit" form="op.logoutForm" name="logout" value="yes">${signOut.submit}</button><a class="quiet" href="/lab">${signOut.stay}</a></p>`,
    ),
  });
}

function postLogoutSuccessSource(context: KoaContextWithOIDC): void {
  const locale = localeOf(context);
  const { signOut, home } = messagesIn(locale);
  const said = { title: signOut.doneTitle, lead: signOut.doneLead };
  show(context, noticePage(locale, said, { text: home, href: "/" }));
}

function renderError(context: KoaContextWithOIDC, isAway: boolean): void {
  const locale = localeOf(context);
  const { failed } = messagesIn(locale);
  const said = isAway ? { title: failed.unreachableTitle, lead: failed.unreachableLead } : failed;
  show(context, noticePage(locale, said, { text: failed.again, href: "/auth/login" }));
}

function comeAgain(context: Pick<KoaContextWithOIDC, "status" | "set">): void {
  context.status = 503;
  context.set("retry-after", String(AGAIN_SECONDS));
}

function localeOf(context: KoaContextWithOIDC) {
  const asked = context.oidc.params?.["ui_locales"];
  return chooseLocale(
    typeof asked === "string" ? asked : undefined,
    context.headers["accept-language"],
  );
}

function show(context: KoaContextWithOIDC, page: Page): void {
  context.set(pageHeaders(page));
  context.body = renderPage(page);
}
