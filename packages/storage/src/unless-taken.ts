/** SQLSTATE of a row that would be the second of its name. */
const UNIQUE_VIOLATION = "23505";

/** Changes a row, unless another has the name it would get. */
export async function unlessTaken<Row>(change: () => Promise<Row>): Promise<Row | "name-taken"> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)
      return "name-taken";
    throw error;
  }
}
