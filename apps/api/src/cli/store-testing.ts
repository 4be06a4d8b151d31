import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '@jalon/store';
import { writeFrameworkFolder } from '../testing/framework-folder.ts';
import { smallRelease } from '../testing/small-release.ts';
import { taking } from '../testing/taking.ts';
import { createTestServices } from '../testing/test-services.ts';
import { people } from '../testing/two-schools.ts';
import { storeCommand } from './store-command.ts';

/** A folder with a framework and a database of two schools, one of whose pupils has a result. */
export async function operatorsFolder() {
  const root = mkdtempSync(join(tmpdir(), 'jalon-operators-'));
  const file = join(root, 'jalon.sqlite');
  const env = { JALON_COMPETENCE_FRAMEWORK: join(root, 'framework') };
  const release = writeFrameworkFolder(join(root, 'framework'), smallRelease());
  const store = await openStore(`file:${file}`);
  const services = await createTestServices({ store, releases: [release] });
  await taking(services).finish(people.own.attempt);
  await store.close();
  return {
    root,
    env,
    source: `file:${file}`,
    manyMore: (pupils: number) => manyMore(file, pupils),
    /** Runs the command; gives its exit status and the lines it said. */
    async run(...words: string[]) {
      const out: string[] = [];
      const err: string[] = [];
      const voice = {
        log: (line: string) => void out.push(line),
        error: (line: string) => void err.push(line),
      };
      const status = await storeCommand(words, env, voice);
      return { status, out, err };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** As many pupils more who have sat just as the first one did. */
function manyMore(file: string, pupils: number): void {
  const database = new DatabaseSync(file);
  const n = `(with recursive n(k) as (select 1 union all select k + 1 from n where k < ${pupils})
    select k from n)`;
  const other = (id: string) => `printf('%08x', k) || substr(${id}, 9)`;
  const copyOf = (table: string, ids: readonly string[], where: string) => {
    const names = database
      .prepare(`select name from pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => String(name));
    // Those of before seals have none: a seal is of one attempt alone.
    const valueOf = (name: string) =>
      ids.includes(name) ? other(name) : name === 'seal' ? 'null' : name;
    const values = names.map(valueOf).join(', ');
    database.exec(`insert into ${table} select ${values} from ${table}, ${n} where ${where}`);
  };
  const { pupil, attempt } = people.own;
  copyOf('pupil', ['id'], `id = '${pupil}'`);
  copyOf('attempt', ['id', 'pupil_id'], `id = '${attempt}'`);
  copyOf('response', ['attempt_id', 'client_key'], `attempt_id = '${attempt}'`);
  copyOf('result', ['attempt_id', 'pupil_id'], `attempt_id = '${attempt}'`);
  database.close();
}
