import type { StimulusBlock } from './contract.ts';
import type { ItemDefinition } from './definition.ts';
import { drawStimulus } from './definition/stimulus.ts';
import type { Drawing } from './drawing.ts';
import type { KindName } from './kinds/contracts.ts';
import { type DefinitionOf, type InteractionOf, kinds } from './kinds/registry.ts';
import { type Random, seededRandom } from './random.ts';
import { compileExpression, type Expression, type Scope } from './template/evaluate.ts';
import { compileText, type Template } from './template/render.ts';
import { TemplateError } from './template/template-error.ts';
import { compileVariables, type VariableDraw } from './template/variables.ts';

/**
 * An item with its variables drawn and its parts shuffled. It holds the key: only `present` of it
 * may reach a pupil. Plain data.
 */
export interface Instance {
  itemId: string;
  itemVersion: number;
  seed: string;
  language: ItemDefinition['language'];
  prompt: string;
  stimulus: StimulusBlock[];
  feedback: { correct: string; incorrect: string };
  interaction: InteractionOf<KindName>;
}

/** What was read once of a definition: its variables, texts and expressions. */
interface Compiled {
  drawVariables: VariableDraw;
  texts: Map<string | number, Template>;
  expressions: Map<string, Expression>;
}

/** A definition never changes once it is published, so what was read of it is kept with it. */
const compiledItems = new WeakMap<ItemDefinition, Compiled>();

function compiled(definition: ItemDefinition): Compiled {
  const known = compiledItems.get(definition);
  if (known) return known;
  const fresh = {
    drawVariables: compileVariables(definition.variables ?? {}, definition.where ?? []),
    texts: new Map(),
    expressions: new Map(),
  };
  compiledItems.set(definition, fresh);
  return fresh;
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}

function drawNumber(evaluate: Expression, scope: Scope, written: string): number {
  const value = evaluate(scope);
  if (typeof value === 'number') return value;
  throw new TemplateError('value', 'A number is expected', written, 0);
}

const instantiateKind = <Name extends KindName>(
  kind: Name,
  definition: DefinitionOf<Name>,
  draw: Drawing,
) => kinds[kind].instantiate(definition, draw);

/**
 * The item that a seed stands for: the same definition and seed give the same instance, for ever.
 * Throws `TemplateError` where the definition's expressions do not work out for this seed.
 */
export function instantiate(definition: ItemDefinition, seed: string): Instance {
  const { drawVariables, texts, expressions } = compiled(definition);
  const { id, version, language } = definition;
  const stream = `${id}@${String(version)} ${seed}`;
  const scope = drawVariables(seededRandom(`${stream} variables`));
  let shuffling: Random | null = null;
  const draw: Drawing = {
    text: (written) => kept(texts, written, compileText)(scope),
    number: (written) =>
      typeof written === 'number'
        ? written
        : drawNumber(kept(expressions, written, compileExpression), scope, written),
    value: (expression) => kept(expressions, expression, compileExpression)(scope),
    shuffle: (list) => {
      // Many kinds shuffle nothing.
      shuffling ??= seededRandom(`${stream} shuffle`);
      return shuffling.shuffle(list);
    },
  };
  return {
    itemId: id,
    itemVersion: version,
    seed,
    language,
    prompt: draw.text(definition.prompt),
    stimulus: drawStimulus(definition.stimulus ?? [], draw),
    feedback: {
      correct: draw.text(definition.feedback.correct),
      incorrect: draw.text(definition.feedback.incorrect),
    },
    interaction: instantiateKind(definition.kind, definition, draw),
  };
}
