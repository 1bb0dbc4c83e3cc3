import pg from "pg";

const UNIQUE_VIOLATION = "23505";

/** What a write comes to, or that its name is taken by another row. */
export async function orTaken<Outcome>(write: Promise<Outcome>): Promise<Outcome | "name-taken"> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return "name-taken";
    throw error;
  }
}
