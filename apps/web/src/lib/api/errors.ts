import type { Problem } from '@jalon/types';

/** The API refused: why, in a problem document. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.problem = problem;
  }
}

/** No answer of the API came back: the network, a proxy or the API itself failed. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
}
