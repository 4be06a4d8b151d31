import type { PresentedItem } from './contract.ts';
import type { Instance } from './instance.ts';
import type { KindName } from './kinds/contracts.ts';
import { type InteractionOf, kinds } from './kinds/registry.ts';

const presentKind = <Name extends KindName>(kind: Name, interaction: InteractionOf<Name>) =>
  kinds[kind].present(interaction);

/** What a pupil may see of an instance: never the key, nor anything that tells it. */
export const present = ({ language, prompt, stimulus, interaction }: Instance): PresentedItem => ({
  language,
  prompt,
  stimulus,
  ...presentKind(interaction.kind, interaction),
});
