/** A batch met a unique key or a version that another batch had taken; nothing of it was applied. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/**
 * The engine could not keep a batch or answer a question now (disk full, file locked, server away,
 * too much waiting, closing). Asked again later, it may.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The database was brought up to date by a newer version of the product: this one must not write. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

/** The setting names no database that can be opened; the message says what is right. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase';
}
