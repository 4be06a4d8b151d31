/** The words of a card of its own for each rank: a card's words hold letters alone. */
export function testCard(rank: number): string {
  const letters = 'abcdefghij';
  const word = Array.from(String(rank), (figure) => letters[Number(figure)]).join('');
  return `carte essai ${word}`;
}
