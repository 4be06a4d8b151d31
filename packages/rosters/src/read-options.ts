/** What reading a file is told of the school and the day. */
export interface ReadOptions {
  /** The school that imports. */
  uai: string;
  /** `YYYY-MM-DD`. */
  today: string;
}
