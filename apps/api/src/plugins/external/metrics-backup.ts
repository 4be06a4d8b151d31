import type { BackupState } from '@jalon/store';
import { Gauge, type Registry } from 'prom-client';

/** How the continuous backup is, where one is kept: figures that do not apply are left out. */
export function measureBackup(registry: Registry, stateOf: () => BackupState | null): void {
  const gauge = (name: string, help: string, valueOf: (state: BackupState) => number | null) =>
    new Gauge({
      name,
      help,
      labelNames: [],
      registers: [registry],
      collect() {
        const state = stateOf();
        const value = state && valueOf(state);
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  const seconds = (instant: Date | null) => instant && instant.getTime() / 1000;

  gauge(
    'jalon_backup_lag_bytes',
    'Committed bytes that are not in the backup yet',
    ({ lagBytes }) => lagBytes,
  );
  gauge(
    'jalon_backup_last_shipped_timestamp_seconds',
    'When everything committed was last known to be in the backup',
    ({ lastShippedAt }) => seconds(lastShippedAt),
  );
  gauge(
    'jalon_backup_last_snapshot_timestamp_seconds',
    'When the whole database was last copied',
    ({ lastSnapshotAt }) => seconds(lastSnapshotAt),
  );
  gauge('jalon_backup_failing', '1 where the backup does not advance; the log says why', (state) =>
    state.lastError === null ? 0 : 1,
  );
}
