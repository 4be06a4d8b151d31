/** The unit whose symbol was typed behind a number; capitals count where two units differ by them. */
export function typedUnit<Unit extends { text: string }>(
  symbol: string,
  units: readonly Unit[],
): Unit | undefined {
  const written = symbol.trim();
  const exact = units.find(({ text }) => text === written);
  if (exact) return exact;
  const close = units.filter(({ text }) => text.toLowerCase() === written.toLowerCase());
  return close.length === 1 ? close[0] : undefined;
}
