import type { Locale } from "@zpr/model";
import { addressKey } from "@zpr/model";
import { chooseLocale } from "@zpr/pages";
import type { AccountStore, Cache, Log } from "@zpr/ports";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { errors, type Provider } from "oidc-provider";
import { isOwnOrigin } from "../own-origin.ts";
import { signInPage } from "../pages/forms.ts";
import { messagesIn } from "../pages/messages/languages.ts";
import { NOBODYS_HASH, verifyPassword } from "../password.ts";
import { formOf, queryOf } from "../routes/asked.ts";
import { sayFailed, sayForeign, send } from "../routes/say.ts";
import { digest } from "../secret.ts";
import { PROVIDER_PATH } from "./provider.ts";

/** How many wrong passwords, and in how many minutes, before somebody has to wait. */
const TRIES = { account: 10, address: 40 };
const MINUTES = 15;

/** What the sign-in form needs. */
export interface SignInFormOptions {
  readonly provider: Provider;
  readonly accounts: AccountStore;
  readonly publicUrl: string;
  readonly cache: Pick<Cache, "count">;
  readonly log: Log;
}

/** The page of the built-in provider on which people show who they are. */
export const signInForm: FastifyPluginAsync<SignInFormOptions> = async (app, options) => {
  const { provider, publicUrl } = options;
  const path = `${PROVIDER_PATH}/sign-in/:uid`;
  const check = passwordCheck(options);

  app.get(path, { config: { access: "public" } }, async (request, reply) => {
    const begun = await interaction(provider, request, reply);
    if (!begun) return sayFailed(reply);
    return send(reply, signInPage(begun.locale, begun.action, {}));
  });

  app.post(path, { config: { access: "public" } }, async (request, reply) => {
    if (!isOwnOrigin(request.headers, publicUrl)) return sayForeign(reply);
    const begun = await interaction(provider, request, reply);
    if (!begun) return sayFailed(reply);
    const { locale, action } = begun;
    const { signIn } = messagesIn(locale);
    const form = formOf(request);
    const email = (form.get("email") ?? "").trim();
    const outcome = await check(email, form.get("password") ?? "", request.ip);
    if (typeof outcome === "object" && "secondsLeft" in outcome) {
      const page = signInPage(locale, action, { problem: signIn.tooMany(MINUTES), email });
      return send(reply.header("retry-after", outcome.secondsLeft), page, 429);
    }
    if (outcome === "wrong")
      return send(reply, signInPage(locale, action, { problem: signIn.wrong, email }), 422);
    const result = { login: { accountId: outcome.accountId, amr: ["pwd"] } };
    return reply.redirect(
      await provider.interactionResult(request.raw, reply.raw, result, {
        mergeWithLastSubmission: false,
      }),
      303,
    );
  });
};

interface Begun {
  readonly locale: Locale;
  readonly action: string;
}

/** The sign-in that the cookie of this very path belongs to; `undefined` when it expired or is another browser's. */
async function interaction(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Begun | undefined> {
  try {
    const { uid, params } = await provider.interactionDetails(request.raw, reply.raw);
    const asked = queryOf(request).get("lang") ?? params["ui_locales"];
    const locale = chooseLocale(
      typeof asked === "string" ? asked : undefined,
      request.headers["accept-language"],
    );
    return { locale, action: `${PROVIDER_PATH}/sign-in/${uid}` };
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

type Outcome = "wrong" | { readonly secondsLeft: number } | { readonly accountId: string };

/** Checks passwords, in the same time whether there is such an account or not, and not too many. */
function passwordCheck({ accounts, cache, log }: SignInFormOptions) {
  return async (email: string, password: string, address: string): Promise<Outcome> => {
    const keys = {
      account: `sign-in as ${digest(email.toLowerCase())}`,
      address: `sign-in from ${addressKey(address)}`,
    };
    // Counted before the outcome is known, or many at once would slip through.
    for (const kind of ["address", "account"] as const) {
      const { count, secondsLeft } = await cache.count(keys[kind], MINUTES * 60);
      if (count <= TRIES[kind]) continue;
      log.warn({}, "sign-in refused: too many tries");
      return { secondsLeft };
    }
    const account = await accounts.findByEmail(email);
    const right = await verifyPassword(password, account?.passwordHash ?? NOBODYS_HASH);
    if (!account || !right) return "wrong";
    // Not all: one account of one's own must not buy more tries at others.
    for (const key of [keys.account, keys.address]) await cache.count(key, MINUTES * 60, -1);
    return { accountId: account.id };
  };
}
