export { BackupError, type BackupFault } from './errors.ts';
export { type BackupLog, type BackupOptions, type BackupState, usualBackup } from './options.ts';
export { restoreBackup, type Restored } from './restore.ts';
export { type Backup, startBackup } from './start.ts';
export {
  type BackupProblem,
  listBackups,
  type ListedBackup,
  verifyBackup,
  type Verified,
} from './verify.ts';
