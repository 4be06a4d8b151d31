import type { Event, World } from './contract.ts';
import { settingsOf, type Value } from './machine.ts';

function valueWords(world: World, id: string, value: Value): string {
  const setting = settingsOf(world).find((one) => one.id === id);
  if (setting?.type === 'text' && setting.secret) return '(secret)';
  if (setting?.type === 'choice') {
    return `« ${setting.options.find((option) => option.id === value)?.text ?? String(value)} »`;
  }
  if (setting?.type === 'level') return `${String(value).replace('.', ',')} ${setting.unit}`.trim();
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return `« ${String(value)} »`;
}

/** What a pupil did, for who reads a result. */
export function describeEvent(world: World, _before: unknown, event: Event): string | null {
  const labelOf = (id: string) => settingsOf(world).find((one) => one.id === id)?.label ?? id;
  switch (event.do) {
    case 'open': {
      const name = world.sections.find(({ id }) => id === event.section)?.name;
      return `ouvre « ${name ?? event.section} »`;
    }
    case 'set':
      return `règle « ${labelOf(event.setting)} » sur ${valueWords(world, event.setting, event.value)}`;
    case 'act':
      return `fait « ${labelOf(event.setting)} »`;
    case 'test':
      return `essaie « ${world.tests.find(({ id }) => id === event.test)?.label ?? event.test} »`;
  }
}
