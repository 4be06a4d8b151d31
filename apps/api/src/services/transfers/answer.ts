import type { Row } from '@jalon/store';
import type { TransferAnswer, TransferOutcome } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { Refusal } from '../refusal.ts';
import { recordOf } from './record.ts';

type Context = Pick<ServiceContext, 'store' | 'clock' | 'newId'>;

/**
 * Answers a school that asks for a pupil's record. Agreed, every finished attempt is copied to it
 * with its responses, to the last bit, so that statements and replays hold there too; the results
 * follow where the pupil has no newer one. One batch: all of it, or nothing. Refuses with
 * `not-found`, or `transfer-answered` where it was answered already.
 */
export async function answerTransfer(
  context: Context,
  actor: Administrator,
  transferId: string,
  answer: TransferAnswer,
): Promise<TransferOutcome> {
  const { store, clock, newId } = context;
  const transfer = await store.read.transfers.byId(transferId);
  if (transfer?.schoolId !== actor.schoolId) throw new Refusal('not-found');
  if (transfer.answer !== null) throw new Refusal('transfer-answered');
  const at = clock();
  const { schoolId, pupilId } = transfer;
  const said = store.change.answerTransfer(transferId, {
    ...{ answer, answeredBy: actor.id, answeredAt: at },
  });
  const log = store.change.addAccess({
    ...{ schoolId, id: newId(), actorId: actor.id, pupilId, action: 'transfer:answer', at },
  });
  if (answer === 'refused') {
    await refuseConflict('transfer-answered', store.write(said, log));
    return { attempts: 0, responses: 0 };
  }
  const record = await recordOf(store, transfer);
  await refuseConflict(
    'transfer-answered',
    store.write(said, log, ...statementsOf(context, record)),
  );
  return { attempts: record.attempts.length, responses: record.responses.length };
}

/** As many rows as one statement holds: engines bound the values of a statement. */
const ROWS = 500;

function statementsOf(
  { store }: Pick<Context, 'store'>,
  { attempts, responses, results }: Awaited<ReturnType<typeof recordOf>>,
) {
  const { change } = store;
  return [
    ...pieces(attempts).map((some) => change.addAttempt(...some)),
    ...pieces(responses).map((some) => change.bringResponses(...some)),
    ...results.map((row) => change.bringResult(row)),
  ];
}

function pieces<T extends Row<'attempt'> | Row<'response'>>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    rows.slice(index * ROWS, (index + 1) * ROWS),
  );
}
