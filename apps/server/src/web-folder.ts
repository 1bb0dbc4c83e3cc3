/** Where the built web app lies. */
export const WEB_FOLDER = new URL("../../web/dist/browser/", import.meta.url).pathname;
