import { describe, expect, it } from 'vitest';
import { accountPathBefore, afterSignIn, localPath, signInPath } from './paths.ts';

describe('after signing in', () => {
  it('one comes back to the page one asked for', () => {
    expect(signInPath({ pathname: '/eleve/epreuve/7', search: '' })).toBe(
      '/entrer?suite=%2Feleve%2Fepreuve%2F7',
    );
    expect(signInPath({ pathname: '/enseignant', search: '?a=b' })).toBe(
      '/connexion?suite=%2Fenseignant%3Fa%3Db',
    );
    expect(afterSignIn('pupil', '/eleve/epreuve/7?x=1')).toBe('/eleve/epreuve/7?x=1');
  });

  it('one who has to protect the account first is shown the way on', () => {
    const before = accountPathBefore({ pathname: '/etablissement', search: '?a=b' });
    expect(before).toBe('/compte?suite=%2Fetablissement%3Fa%3Db');
  });

  it('one goes to one’s own first page where nothing, or another’s page, was asked for', () => {
    expect(afterSignIn('teacher', null)).toBe('/enseignant');
    expect(afterSignIn('pupil', '/enseignant')).toBe('/eleve');
    expect(afterSignIn('pupil', '/eleves-de-la-ville')).toBe('/eleve');
  });

  it('every member of staff may come back to the gallery of items, and no pupil', () => {
    const item = '/enseignant/galerie/1.1-essai?seed=2';
    expect(afterSignIn('teacher', item)).toBe(item);
    expect(afterSignIn('inspector', item)).toBe(item);
    expect(afterSignIn('inspector', '/enseignant')).toBe('/inspection');
    expect(afterSignIn('pupil', item)).toBe('/eleve');
  });

  it('an administrator, who may teach, comes back to pages of either', () => {
    expect(afterSignIn('administrator', null)).toBe('/etablissement');
    expect(afterSignIn('administrator', '/etablissement/import')).toBe('/etablissement/import');
    expect(afterSignIn('administrator', '/enseignant/classes/7')).toBe('/enseignant/classes/7');
    expect(afterSignIn('teacher', '/etablissement')).toBe('/enseignant');
    expect(signInPath({ pathname: '/etablissement', search: '' })).toMatch(/^\/connexion/);
  });

  it('nobody is ever sent to another site', () => {
    const elsewhere = [
      '//evil.example/eleve',
      'https://evil.example/eleve',
      '/\\evil.example/eleve',
      'javascript:alert(1)',
      '/\t/evil.example',
    ];
    for (const asked of elsewhere) {
      expect(afterSignIn('pupil', asked)).toBe('/eleve');
      expect(new URL(localPath(asked), 'http://jalon.example').host).toBe('jalon.example');
    }
  });
});
