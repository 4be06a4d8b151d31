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
export interface Simulation<Name extends string, World, Condition> {
  kind: Name;
  world: World;
  steps: Step<Condition>[];
  /** As drawn: whoever scores a response does without them, so they are read where they are used. */
  solution: unknown;
  mistakes: unknown[];
}

/** What a simulator of its own kind says; the rest is the same for all. */
export interface SimulatorParts<Name extends string, World, State, Event, Condition> {
  name: Name;
  /** What an item's writer begins with: `world`, `steps`, `solution` and `mistakes`. */
  example: object;
  /** Whether it asks a pointer to aim at something small. */
  pointing: 'coarse' | 'fine';
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
  type Interaction = Simulation<Name, World, Condition>;
  interface Response {
    kind: Name;
    log: (Event | Restart)[];
  }
  const definition = simulatorDefinition(name);
  const restart = z.strictObject({ do: z.literal('restart') });
  const readWorld = readerOf(parts.world);
  const events = z.array(z.union([parts.event, restart]));
  const readLog = (field: string, log: unknown) => parseDrawn(events, field, log);
  const readConditions = readerOf(z.array(parts.condition));

  function instantiate(written: SimulatorDefinition, draw: Drawing): Interaction {
    return {
      kind: name,
      world: readWorld('world', written.world, draw),
      steps: written.steps.map((step, index) => {
        const at = `steps.${String(index)}`;
        const goal = draw.text(step.goal);
        return {
          goal,
          when: readConditions(`${at}.when`, step.when ?? [], draw),
          sometime: readConditions(`${at}.sometime`, step.sometime ?? [], draw),
          unless: readConditions(`${at}.unless`, step.unless ?? [], draw),
          done: step.done === undefined ? goal : draw.text(step.done),
          missed: draw.text(step.missed),
        };
      }),
      solution: drawDeep(written.solution, draw),
      mistakes: written.mistakes.map((log) => drawDeep(log, draw)),
    };
  }

  /** A response is checked and then scored: its log is walked once. */
  let last: { world: World; log: Log<Event>; walk: Walk<State> } | null = null;

  function walkOf(world: World, log: Log<Event>): Walk<State> {
    if (last?.log === log && last.world === world) return last.walk;
    const walk = replay(machine, world, log);
    if (!('impossible' in walk)) {
      last = { world, log, walk };
      return walk;
    }
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
    pointing: parts.pointing,
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
    keyResponse: ({ solution }) => ({ kind: name, log: readLog('solution', solution) }),
    distractorResponses: ({ mistakes }) =>
      mistakes.map((log, index) => ({
        kind: name,
        log: readLog(`mistakes.${String(index)}`, log),
      })),
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
function parseDrawn<Out>(schema: z.core.$ZodType<Out>, field: string, drawn: unknown): Out {
  const read = z.safeParse(schema, drawn);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = [field, ...(issue?.path ?? []).map(String)].join('.');
  throw new TemplateError('value', issue?.message ?? 'This cannot be read', place, 0);
}

/**
 * Draws a part of an item and reads it by a schema. A part in which nothing is drawn is the same
 * for every seed: it is read once.
 */
function readerOf<Out>(schema: z.core.$ZodType<Out>) {
  const known = new WeakMap<object, { read: Out }>();
  return (field: string, written: unknown, draw: Drawing): Out => {
    const drawn = drawDeep(written, draw);
    const key = drawn === written && typeof drawn === 'object' ? drawn : null;
    const before = key && known.get(key);
    if (before) return before.read;
    const read = parseDrawn(schema, field, drawn);
    if (key) known.set(key, { read });
    return read;
  };
}
