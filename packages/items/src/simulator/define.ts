import { z } from 'zod';
import { plainText } from '../contract/inline.ts';
import type { Drawing } from '../drawing.ts';
import type { DefinedKind, PresentedPart } from '../kinds/kind.ts';
import { ResponseRefused } from '../response-refused.ts';
import { TemplateError } from '../template/template-error.ts';
import { type SimulatorDefinition, simulatorDefinition } from './definition.ts';
import { drawDeep } from './draw-deep.ts';
import { isRestart, type Log, type Machine, replay, type Restart, type Walk } from './machine.ts';
import { isDone, type Step } from './steps.ts';

/** A simulator's instance: the world drawn, and what is to be done in it. It holds the key. */
export interface Simulation<Name extends string, World, Event, Condition> {
  kind: Name;
  world: World;
  steps: Step<Condition>[];
  solution: Log<Event>;
  mistakes: Log<Event>[];
}

/** What a simulator of its own kind says; the rest is the same for all. */
export interface SimulatorParts<Name extends string, World, State, Event, Condition> {
  name: Name;
  /** What an item's writer begins with: `world`, `steps`, `solution` and `mistakes`. */
  example: object;
  /** How its drawn world, events and conditions are read. */
  world: z.core.$ZodType<World>;
  event: z.core.$ZodType<Event>;
  condition: z.core.$ZodType<Condition>;
  machine: Machine<World, State, Event>;
  /** Whether a condition of a step holds in a state. */
  holds(world: World, state: State, condition: Condition): boolean;
  /** What a pupil may see: all of the world, whose names and order must tell nothing. */
  present(world: World): PresentedPart;
  /** An event in words, for who reads a result: « ouvre … »; `null` where it tells nothing. */
  describeEvent(world: World, before: State, event: Event): string | null;
  /** What is wrong with a drawn world that its schema cannot tell, in sentences. */
  problems?(world: World, conditions: readonly Condition[]): string[];
}

/** Most events that are told of a log; the rest is counted. */
const MOST_TOLD = 40;

/** A kind of item out of a simulator's parts. */
export function defineSimulator<
  const Name extends string,
  World,
  State,
  Event extends object,
  Condition,
>(parts: SimulatorParts<Name, World, State, Event, Condition>) {
  const { name, machine } = parts;
  type Interaction = Simulation<Name, World, Event, Condition>;
  interface Response {
    kind: Name;
    log: (Event | Restart)[];
  }
  const definition = simulatorDefinition(name);
  const restart = z.strictObject({ do: z.literal('restart') });
  const events = z.array(z.union([parts.event, restart]));
  const conditions = z.array(parts.condition);

  function instantiate(written: SimulatorDefinition, draw: Drawing): Interaction {
    const read = <Out>(schema: z.core.$ZodType<Out>, field: string, value: unknown): Out =>
      readDrawn(schema, field, drawDeep(value, draw));
    return {
      kind: name,
      world: read(parts.world, 'world', written.world),
      steps: written.steps.map((step, index) => {
        const at = `steps.${String(index)}`;
        const goal = draw.text(step.goal);
        return {
          goal,
          when: read(conditions, `${at}.when`, step.when ?? []),
          sometime: read(conditions, `${at}.sometime`, step.sometime ?? []),
          unless: read(conditions, `${at}.unless`, step.unless ?? []),
          done: step.done === undefined ? goal : draw.text(step.done),
          missed: draw.text(step.missed),
        };
      }),
      solution: read(events, 'solution', written.solution),
      mistakes: written.mistakes.map((log, index) =>
        read(events, `mistakes.${String(index)}`, log),
      ),
    };
  }

  function walkOf(world: World, log: Log<Event>): Walk<State> {
    const walk = replay(machine, world, log);
    if (!('impossible' in walk)) return walk;
    const place = String(walk.impossible);
    throw new ResponseRefused(`Event ${place} of this log could not have happened.`);
  }

  function stepsOf(interaction: Interaction, log: Log<Event>) {
    const walk = walkOf(interaction.world, log);
    return interaction.steps.map((step) => {
      const done = isDone(step, walk, (state, condition) =>
        parts.holds(interaction.world, state, condition),
      );
      return { goal: step.goal, done, text: done ? step.done : step.missed };
    });
  }

  function describe({ world }: Interaction, { log }: Response): string {
    const told: string[] = [];
    const { states } = walkOf(world, log);
    for (const [index, event] of log.entries()) {
      const before = states[index];
      if (before === undefined) break;
      const words = isRestart(event) ? 'recommence' : parts.describeEvent(world, before, event);
      if (words !== null && words !== told.at(-1)) told.push(words);
    }
    const more = told.length - MOST_TOLD;
    return [...told.slice(0, MOST_TOLD), ...(more > 0 ? [`(et ${String(more)} autres)`] : [])]
      .map(plainText)
      .join(' ; ');
  }

  return {
    definition,
    example: parts.example,
    instantiate,
    present: ({ world }) => parts.present(world),
    check(interaction, { log }) {
      walkOf(interaction.world, log);
    },
    score(interaction, { log }) {
      const steps = stepsOf(interaction, log);
      return {
        points: steps.filter(({ done }) => done).length,
        possible: steps.length,
        steps,
      };
    },
    keyResponse: ({ solution }) => ({ kind: name, log: [...solution] }),
    distractorResponses: ({ mistakes }) => mistakes.map((log) => ({ kind: name, log: [...log] })),
    describeKey: ({ steps }) => steps.map(({ goal }) => plainText(goal)).join(' ; '),
    describe,
    problems(interaction) {
      const unearned = stepsOf(interaction, [])
        .filter(({ done }) => done)
        .map(({ goal }) => `This step is done before anything is: ${goal}`);
      const used = interaction.steps.flatMap(({ when, sometime, unless }) => [
        ...when,
        ...sometime,
        ...unless,
      ]);
      return [...unearned, ...(parts.problems?.(interaction.world, used) ?? [])];
    },
  } satisfies DefinedKind<typeof definition, Interaction, Response>;
}

/** Reads what was drawn; throws `TemplateError` that names the field where it does not fit. */
function readDrawn<Out>(schema: z.core.$ZodType<Out>, field: string, drawn: unknown): Out {
  const read = z.safeParse(schema, drawn);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = [field, ...(issue?.path ?? []).map(String)].join('.');
  throw new TemplateError('value', issue?.message ?? 'This cannot be read', place, 0);
}
