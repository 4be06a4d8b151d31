/** What is hidden and why, in words that stand on every table and in the codebook. */
export function disclosureRule(minimumCell: number): { fr: string; en: string } {
  return {
    fr: `Aucun effectif de moins de ${minimumCell} élèves n’est publié, zéro compris ; d’autres sont masqués quand ils permettraient de retrouver un effectif masqué.`,
    en: `No count under ${minimumCell} pupils is published, zero included; others are hidden where they would let a hidden count be worked out.`,
  };
}
