import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";
import { useApi } from "./testing.ts";

const api = useApi();

test("the API client has the types of the API as it is (npm run api-client writes them)", async () => {
  const document = await api.openApi();
  const types = astToString(
    await openapiTS(document, { alphabetize: true, defaultNonNullable: false, immutable: true }),
  );
  await expect(
    `/** Made from the API's own OpenAPI document by \`npm run api-client\`. */\n${types}`,
  ).toMatchFileSnapshot("../../api-client/src/openapi.ts");
});
