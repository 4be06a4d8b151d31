/** An equation whose sides are 0: variables by their number, with their coefficients. */
export type Equation = readonly (readonly [variable: number, coefficient: number])[];

/** Equations, each solved for a variable that no other holds. */
export interface Solved {
  readonly rows: readonly Float64Array[];
  /** The variable that each is solved for. */
  readonly basic: readonly number[];
}

/** What is to be made as large as it can be, from where every variable is 0. */
export interface Climb {
  readonly equations: Solved;
  /** From 0 down. */
  readonly least: readonly number[];
  /** From 0 up. */
  readonly most: readonly number[];
  /** What one unit of each variable is worth. */
  readonly worth: readonly number[];
}

const TINY = 1e-9;

/** Far more than a climb of some hundred variables takes. */
const MOST_STEPS = 2_000;

/**
 * The variables' values at the top of a linear programme: the primal simplex method with bounded
 * variables (Dantzig 1955), on a full tableau. Since 0 is a solution, there is no first phase. Where
 * a step gains nothing, the first variable that may move does (Bland 1977), so that it never goes
 * round in circles.
 */
export function climb({ equations, least, most, worth }: Climb): Float64Array {
  const width = least.length;
  const rows = equations.rows.map((row) => row.slice());
  const basic = [...equations.basic];
  const isBasic = new Uint8Array(width);
  for (const variable of basic) isBasic[variable] = 1;
  const gain = Float64Array.from(worth);
  rows.forEach((row, index) => subtract(gain, row, held(row), gain[basic[index] ?? 0] ?? 0));

  const value = new Float64Array(width);
  const at = (variable: number) => value[variable] ?? 0;
  const room = (variable: number, way: number) =>
    way > 0 ? (most[variable] ?? 0) - at(variable) : at(variable) - (least[variable] ?? 0);
  let isStuck = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let entering = -1;
    let best = TINY;
    for (let variable = 0; variable < width; variable += 1) {
      const slope = gain[variable] ?? 0;
      if (isBasic[variable] || Math.abs(slope) <= best) continue;
      if (room(variable, Math.sign(slope)) <= TINY) continue;
      entering = variable;
      if (isStuck) break;
      best = Math.abs(slope);
    }
    if (entering === -1) break;
    const way = Math.sign(gain[entering] ?? 0);
    let far = room(entering, way);
    let leaving = -1;
    rows.forEach((row, index) => {
      const pull = -(row[entering] ?? 0) * way;
      if (Math.abs(pull) <= TINY) return;
      const variable = basic[index] ?? 0;
      const limit = Math.max(0, room(variable, Math.sign(pull)) / Math.abs(pull));
      const isTie = Math.abs(limit - far) <= TINY;
      if (isTie ? leaving !== -1 && variable < (basic[leaving] ?? 0) : limit < far) {
        far = Math.min(far, limit);
        leaving = index;
      }
    });
    if (far === Number.POSITIVE_INFINITY) break;
    isStuck = far <= TINY;
    value[entering] = at(entering) + way * far;
    rows.forEach((row, index) => {
      const variable = basic[index] ?? 0;
      value[variable] = at(variable) - (row[entering] ?? 0) * way * far;
    });
    const row = rows[leaving];
    if (!row) continue;
    isBasic[basic[leaving] ?? 0] = 0;
    isBasic[entering] = 1;
    basic[leaving] = entering;
    const those = held(row);
    divide(row, those, row[entering] ?? 1);
    for (const other of rows) if (other !== row) subtract(other, row, those, other[entering] ?? 0);
    subtract(gain, row, those, gain[entering] ?? 0);
  }
  return value;
}

/** Solves equations of so many variables: to be done once for many climbs. */
export function solveEquations(equations: readonly Equation[], width: number): Solved {
  const rows: Float64Array[] = [];
  const basic: number[] = [];
  const rowOf = new Map<number, Float64Array>();
  for (const equation of equations) {
    const row = new Float64Array(width);
    for (const [variable, coefficient] of equation) row[variable] = coefficient;
    for (const [variable] of equation) {
      const other = rowOf.get(variable);
      if (other) subtract(row, other, held(other), row[variable] ?? 0);
    }
    const those = held(row);
    const [pivot] = those;
    if (pivot === undefined) continue;
    divide(row, those, row[pivot] ?? 1);
    for (const other of rows) subtract(other, row, those, other[pivot] ?? 0);
    rows.push(row);
    basic.push(pivot);
    rowOf.set(pivot, row);
  }
  return { rows, basic };
}

/** The variables that a row holds: few, most often. */
function held(row: Float64Array): number[] {
  const those: number[] = [];
  for (let index = 0; index < row.length; index += 1) if (row[index] !== 0) those.push(index);
  return those;
}

function divide(row: Float64Array, those: readonly number[], by: number): void {
  for (const index of those) row[index] = (row[index] ?? 0) / by;
}

function subtract(
  from: Float64Array,
  row: Float64Array,
  those: readonly number[],
  times: number,
): void {
  if (times === 0) return;
  for (const index of those) {
    const value = (from[index] ?? 0) - times * (row[index] ?? 0);
    from[index] = Math.abs(value) < TINY ? 0 : value;
  }
}
