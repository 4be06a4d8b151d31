/** A batch met a unique key or a version that another batch had taken; nothing of it was applied. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The engine could not keep a batch (disk full, file locked, closing); nothing of it was applied. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
