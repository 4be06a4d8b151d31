import { expect, it } from 'vitest';
import { afterImport, importedIn } from './imported.ts';

const readBack = (address: string) =>
  importedIn(new URL(address, 'http://jalon.example').searchParams);

it('is told by the address of the page, and by nothing else', () => {
  const imported = { added: 1200, changed: 3, left: 0 };
  expect(readBack(afterImport(imported))).toEqual(imported);
  for (const other of [
    '/etablissement',
    '/etablissement?arrives=1',
    '/?arrives=x&modifies=1&partis=1',
  ]) {
    expect(readBack(other)).toBeNull();
  }
});
