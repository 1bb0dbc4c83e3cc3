import type { Locale } from "@zpr/model";
import { chooseLocale } from "@zpr/pages";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** More than any of our forms can be. */
const FORM_BYTES = 16 * 1024;

/** Lets an app take the forms of our pages. */
export function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
}

/** The form a request brought; empty when it brought something else. */
export function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

/** The query of a request. */
export function queryOf({ url }: FastifyRequest): URLSearchParams {
  return new URL(url, "http://localhost").searchParams;
}

/** The language to answer in. */
export function localeOf(request: FastifyRequest): Locale {
  const query = queryOf(request);
  const asked = query.get("lang") ?? query.get("ui_locales") ?? undefined;
  return chooseLocale(asked, request.headers["accept-language"]);
}
