export type PictureLanguage = 'fr' | 'en';

/** The words of a simulation's picture. */
export interface PictureWords {
  title: string;
  /** What the picture shows of one subject: two sentences. */
  sentences: (figures: SentenceFigures) => [string, string];
  tooFew: (pupils: number) => string;
  ability: string;
  biasTitle: string;
  biasAxis: string;
  bias: string;
  band: string;
  shareTitle: string;
  shareAxis: string;
  exact: string;
  withinOne: string;
  cuts: string;
  level: (level: number) => string;
  number: (value: number, decimals: number) => string;
  percent: (share: number, decimals: number) => string;
}

export interface SentenceFigures {
  name: string;
  pupils: number;
  meanLength: number;
  exact: number;
  withinOne: number;
  rmse: number;
  bias: number;
}

const french: PictureWords = {
  title: 'Simulation : écart des estimations et niveaux attribués, selon la capacité réelle',
  sentences: ({ name, pupils, meanLength, exact, withinOne, rmse, bias }) => [
    `${name} : ${pupils} élèves simulés, ${french.number(meanLength, 1)} exercices en moyenne.`,
    `Niveau exact ${french.percent(exact, 1)}, à un niveau près ${french.percent(withinOne, 1)} ; ` +
      `écart quadratique moyen ${french.number(rmse, 2)} logit, biais ${french.number(bias, 2)} logit.`,
  ],
  tooFew: (pupils) => `Il faut au moins ${pupils} élèves par demi-logit pour dessiner les courbes.`,
  ability: 'capacité réelle (logits)',
  biasTitle: 'Écart entre estimation et capacité réelle',
  biasAxis: 'écart (logits)',
  bias: 'biais',
  band: '80 % des écarts',
  shareTitle: 'Élèves bien placés',
  shareAxis: 'part des élèves',
  exact: 'niveau exact',
  withinOne: 'à un niveau près',
  cuts: 'Traits pointillés : là où commence chaque niveau.',
  level: (level) => `N${level}`,
  number: (value, decimals) => signed(value, decimals).replace('.', ','),
  percent: (share, decimals) => `${french.number(100 * share, decimals)} %`,
};

const english: PictureWords = {
  title: 'Simulation: error of estimates and levels given, by true ability',
  sentences: ({ name, pupils, meanLength, exact, withinOne, rmse, bias }) => [
    `${name}: ${pupils} simulated pupils, ${english.number(meanLength, 1)} items on average.`,
    `Exact level ${english.percent(exact, 1)}, within one level ${english.percent(withinOne, 1)}; ` +
      `root mean square error ${english.number(rmse, 2)} logits, bias ${english.number(bias, 2)} logits.`,
  ],
  tooFew: (pupils) => `The curves need at least ${pupils} pupils in half a logit.`,
  ability: 'true ability (logits)',
  biasTitle: 'Estimate minus true ability',
  biasAxis: 'error (logits)',
  bias: 'bias',
  band: '80% of errors',
  shareTitle: 'Pupils placed well',
  shareAxis: 'share of pupils',
  exact: 'exact level',
  withinOne: 'within one level',
  cuts: 'Dotted lines: where each level begins.',
  level: (level) => `L${level}`,
  number: signed,
  percent: (share, decimals) => `${english.number(100 * share, decimals)}%`,
};

export const pictureWords: Record<PictureLanguage, PictureWords> = { fr: french, en: english };

/** With a minus sign, and none on what rounds to nought. */
function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
