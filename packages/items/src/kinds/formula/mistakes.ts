import { functionNamed, isFault, readFormula } from '../../formula/index.ts';
import type { FormulaTask } from './instantiate.ts';
import { judge, type Judgement, meansTheSame, results, unused } from './judge.ts';

type Problem = Exclude<ReturnType<typeof readFormula>, { tree: unknown }>['problem'];

const NO_EQUALS =
  'Une formule commence par le signe = : sans lui, le tableur croit que c’est du texte.';
const UNREADABLE = 'Le tableur ne peut pas lire cette formule.';

/** What to look at again in a formula that no spreadsheet can read. */
const unreadable: Record<Problem, string> = {
  'no-equals': NO_EQUALS,
  empty: 'Après le signe =, écris le calcul.',
  sign: `${UNREADABLE} Un de ses signes n’existe pas dans un tableur.`,
  quote: `${UNREADABLE} Un texte s’écrit entre deux guillemets.`,
  bracket: `${UNREADABLE} Compte les parenthèses : chacune s’ouvre et se ferme.`,
  unfinished: `${UNREADABLE} Il manque quelque chose à la fin.`,
  extra: `${UNREADABLE} Deux choses se suivent sans signe entre elles, ou un signe est en trop.`,
  arguments: `${UNREADABLE} Une fonction a trop de valeurs entre ses parenthèses, ou pas assez.`,
  long: `${UNREADABLE} Elle est trop longue.`,
  deep: `${UNREADABLE} Elle a trop de parenthèses.`,
};

/** A formula without what changes nothing: blanks, capitals, `$`. */
const bare = (formula: string) => formula.replace(/[\s$]/g, '').toUpperCase();

/** What a pupil is told of a wrong formula; `undefined` where only the item can tell. */
export function feedbackOn(
  task: FormulaTask,
  typed: string,
  judgement: Judgement,
): string | undefined {
  const withFeedback = task.distractors.filter(({ feedback }) => feedback !== null);
  const written = withFeedback.find(({ formula }) => bare(formula) === bare(typed));
  if (written) return written.feedback ?? undefined;
  const read = readFormula(typed);
  if ('problem' in read) return unread(task, typed, read.problem);
  const meant = withFeedback.find(({ formula }) => meansTheSame(task, formula, typed));
  return meant?.feedback ?? mistakeOf(task, typed, read.calls, judgement);
}

function unread(task: FormulaTask, typed: string, problem: Problem): string {
  const isOtherwiseRight = problem === 'no-equals' && judge(task, `=${typed}`).isRight;
  return isOtherwiseRight ? `Le calcul est bon. ${NO_EQUALS}` : unreadable[problem];
}

function mistakeOf(
  task: FormulaTask,
  typed: string,
  calls: readonly string[],
  { isRight, isRightHere }: Judgement,
): string | undefined {
  const unknown = calls.find((name) => functionNamed(name) === null);
  if (unknown !== undefined) return `Le tableur ne connaît pas de fonction ${unknown}.`;
  if (isCircle(task, typed)) {
    return `La formule se sert de ${task.cell}, la cellule où elle est écrite : elle tourne en rond.`;
  }
  const [missing] = unused(task, typed);
  if (isRight && missing !== undefined) {
    return `Le résultat est juste, mais il fallait se servir de la fonction ${missing}.`;
  }
  if (isRight) {
    return `La formule est juste en ${task.cell}, mais plus une fois recopiée : le signe $ garde une cellule à sa place.`;
  }
  if (isRightHere) {
    return 'Le résultat est juste pour ces nombres. Mais s’ils changent, il sera faux : nomme les cellules qui comptent.';
  }
  return undefined;
}

function isCircle(task: FormulaTask, typed: string): boolean {
  const [own = null] = results(task, typed, task.typed);
  return isFault(own) && own.fault === '#CYCLE!';
}
