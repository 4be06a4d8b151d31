import { z } from 'zod';
import type { World } from './contract.ts';
import type { State } from './machine.ts';

const part = z.string();

/** What a step may ask of conversations. */
export const condition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('opened'), room: part }),
  z.strictObject({ is: z.literal('said'), room: part, choice: part }),
  z.strictObject({ is: z.literal('captured'), message: part }),
  z.strictObject({ is: z.literal('reported'), message: part }),
  /** Sent on: to that room, or to any. */
  z.strictObject({ is: z.literal('forwarded'), message: part, to: part.optional() }),
  z.strictObject({ is: z.literal('blocked'), person: part }),
  z.strictObject({ is: z.literal('muted'), room: part }),
  z.strictObject({ is: z.literal('left'), room: part }),
  z.strictObject({ is: z.literal('member'), room: part, person: part, isIn: z.boolean() }),
  /** One of these helpers was told; with a proof, where that is asked. */
  z.strictObject({
    is: z.literal('told'),
    anyOf: z.array(part).min(1),
    withProof: z.boolean().optional(),
  }),
]);
export type Condition = z.infer<typeof condition>;

/** Whether a condition holds in a state of the conversations. */
export function holds(_world: World, state: State, condition: Condition): boolean {
  switch (condition.is) {
    case 'opened':
      return state.opened.includes(condition.room);
    case 'said':
      return state.said.includes(`${condition.room} ${condition.choice}`);
    case 'captured':
      return state.captured.includes(condition.message);
    case 'reported':
      return state.reported.includes(condition.message);
    case 'forwarded': {
      const { message, to } = condition;
      return state.forwarded.some((one) =>
        to === undefined ? one.startsWith(`${message} `) : one === `${message} ${to}`,
      );
    }
    case 'blocked':
      return state.blocked.includes(condition.person);
    case 'muted':
      return state.muted.includes(condition.room);
    case 'left':
      return state.left.includes(condition.room);
    case 'member':
      return (state.members[condition.room] ?? []).includes(condition.person) === condition.isIn;
    case 'told':
      return state.told.some(
        ({ person, withProof }) =>
          condition.anyOf.includes(person) &&
          (condition.withProof === undefined || condition.withProof === withProof),
      );
  }
}
