import { RefusedValue } from "@zpr/ports";
import pg from "pg";

/** SQLSTATE classes that blame the data: "data exception" and "integrity constraint violation". */
const BLAMES_DATA = /^2[23]/;

/** Does some work in the database; a value that it cannot hold is a `RefusedValue`. */
export async function refusing<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof pg.DatabaseError && BLAMES_DATA.test(error.code ?? ""))
      throw new RefusedValue(error.message, { cause: error });
    throw error;
  }
}
