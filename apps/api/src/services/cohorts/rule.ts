import { roundCount } from '@jalon/disclosure';

/** What is hidden, rounded and clipped, in words that stand on every table and in the codebook. */
export function disclosureRule(minimumCell: number): { fr: string; en: string } {
  return {
    fr: `Aucun effectif de moins de ${minimumCell} élèves n’est publié, zéro compris ; d’autres sont masqués quand ils permettraient de retrouver un effectif masqué ou de l’approcher. Les effectifs publiés, totaux compris, sont arrondis au multiple de 5 le plus proche (${minimumCell} se lit ${roundCount(minimumCell)}). Les parts sont calculées sur ces effectifs ; sous 5 % et au-dessus de 95 %, on lit seulement « moins de 5 % » ou « plus de 95 % ». Une moyenne n’est donnée que là où l’effectif l’est ; elle est arrondie pour qu’un élève de plus ou de moins ne s’y voie pas.`,
    en: `No count under ${minimumCell} pupils is published, zero included; others are hidden where they would let a hidden count be worked out or come close to. Published counts, totals included, are rounded to the nearest multiple of 5 (${minimumCell} reads ${roundCount(minimumCell)}). Shares are worked out from these counts; below 5% and above 95% one reads only “under 5%” or “over 95%”. A mean is given only where the count is; it is rounded so that one pupil more or less does not show in it.`,
  };
}
