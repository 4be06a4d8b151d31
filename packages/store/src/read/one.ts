/** The first row of an answer, or `null` where it has none. */
export async function one<T>(rows: PromiseLike<T[]>): Promise<T | null> {
  const [row] = await rows;
  return row ?? null;
}
