export type BackupFault =
  /** The folder cannot be written, or the engine is not in the mode that backups need. */
  'unavailable' | 'no-backup' | 'too-early' | 'damaged' | 'target-exists' | 'unknown-format';

/** Why a backup could not be made, read or restored; the message says what a person can do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly fault: BackupFault;

  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** Whether a file operation failed because the file or its folder is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
