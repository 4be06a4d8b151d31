const MB = 1_000_000;

/** What one roster file may hold. A school of 20,000 pupils with addresses is about 60 MB of XML. */
export const rosterLimits = {
  /** Bytes of text, out of an archive or not. */
  textBytes: 160 * MB,
  pupils: 50_000,
  /** Problems that are told one by one. */
  problems: 500,
  filesInZip: 200,
  /** Compressed bytes that are opened at a time. */
  zipStepBytes: 2_048,
  /** XML of exports shrinks to a twentieth; hundreds of times is made to swell. */
  zipRatio: 150,
  zipRatioFromBytes: 4 * MB,
  /** Elements within elements: exports have six. */
  xmlDepth: 32,
  /** Text that may come without an element ending. */
  xmlQuietLetters: MB,
  /** Letters of one row of a CSV file. */
  csvRow: 100_000,
} as const;
