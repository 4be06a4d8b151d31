import { SaxesParser } from 'saxes';
import { RosterBuilder } from '../builder.ts';
import { ExportDecoder, isKnownEncoding } from '../bytes/decode.ts';
import type { Sink } from '../bytes/unzip.ts';
import { schoolYearFrom } from '../fields/dates.ts';
import { yearGroupOfMef } from '../fields/year-groups.ts';
import { rosterLimits } from '../limits.ts';
import { type ProblemCode } from '../problem-codes.ts';
import { problem, UnreadableRoster } from '../problems.ts';
import type { Roster } from '../roster.ts';
import type { ReadOptions } from '../read-options.ts';

const ROOT = 'BEE_ELEVES';
const PUPIL = `${ROOT}/DONNEES/ELEVES/ELEVE`;
const STRUCTURES = `${ROOT}/DONNEES/STRUCTURES/STRUCTURES_ELEVE`;
const UAJ = `${ROOT}/PARAMETRES/UAJ`;
const YEAR = `${ROOT}/PARAMETRES/ANNEE_SCOLAIRE`;

/** What of a pupil is read; nothing else of the file is looked at. */
const fields = [
  ...['ID_NATIONAL', 'NOM_DE_FAMILLE', 'NOM_USAGE', 'PRENOM', 'DATE_NAISS', 'CODE_MEF'],
  'DATE_SORTIE',
] as const;
type Field = (typeof fields)[number];
const fieldPaths = new Map<string, Field>(fields.map((name) => [`${PUPIL}/${name}`, name]));

/** The code of those who are on no class's list. It is not a class. */
const INACTIVE = 'INACTIFS';

interface Structures {
  className: string;
  groups: string[];
}

/**
 * Reads `ElevesSansAdresses.xml` or `ElevesAvecAdresses.xml` of SIECLE as its bytes come. Addresses
 * and guardians are passed over unread. Throws `UnreadableRoster`.
 */
export class SiecleReader implements Sink {
  readonly #uai: string;
  readonly #decoder = new ExportDecoder();
  readonly #xml = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  readonly #builder: RosterBuilder;
  readonly #rows: { line: number; id: string; values: Partial<Record<Field, string>> }[] = [];
  readonly #structures = new Map<string, Structures>();
  readonly #path: string[] = [];
  #text = '';
  #quiet = 0;
  #uajFound: string | null = null;
  #firstYear: number | null = null;
  #structuresOf: Structures = { className: '', groups: [] };
  #structure = { code: '', type: '' };
  #isEmpty = true;

  constructor({ uai, today }: ReadOptions) {
    this.#uai = uai;
    this.#builder = new RosterBuilder({
      format: 'siecle',
      today,
      needs: 'birth-date',
      words: {
        birthDate: 'DATE_NAISS',
        leftOn: 'DATE_SORTIE',
        firstName: 'PRENOM',
        lastName: 'NOM_DE_FAMILLE',
        class: 'CODE_STRUCTURE',
      },
    });
    this.#listen();
  }

  write(bytes: Uint8Array): void {
    this.#feed(this.#decoder.write(bytes));
  }

  end(): void {
    this.#feed(this.#decoder.end());
    if (this.#isEmpty) throw this.#stop('empty-file');
    this.#xml.close();
  }

  /** What the file says, once it was read to its end. */
  finish(): Roster {
    if (this.#uajFound === null) this.#builder.note(problem('no-uai', 1));
    for (const { line, id, values } of this.#rows) {
      const { className, groups } = this.#structures.get(id) ?? { className: '', groups: [] };
      this.#builder.take({
        line,
        firstName: values.PRENOM ?? '',
        birthName: values.NOM_DE_FAMILLE ?? '',
        usedName: values.NOM_USAGE ?? '',
        birthDate: values.DATE_NAISS ?? '',
        ine: values.ID_NATIONAL ?? '',
        sourceId: id,
        ...{ className, groups },
        yearGroup: yearGroupOfMef(values.CODE_MEF ?? ''),
        leftOn: values.DATE_SORTIE ?? '',
      });
    }
    return this.#builder.finish({
      schoolYear: this.#firstYear === null ? null : schoolYearFrom(this.#firstYear),
      isComplete: true,
    });
  }

  #stop(code: ProblemCode, about: Record<string, string> = {}): UnreadableRoster {
    return new UnreadableRoster(problem(code, Math.max(1, this.#xml.line), about));
  }

  #feed(text: string): void {
    if (text === '') return;
    if (this.#isEmpty) {
      const begun = text.trimStart();
      if (begun === '') return;
      if (!begun.startsWith('<')) throw this.#stop('another-format', { format: 'SIECLE' });
      this.#isEmpty = false;
    }
    this.#quiet += text.length;
    // A file that goes on and on without ending an element is none of an export.
    if (this.#quiet > rosterLimits.xmlQuietLetters + text.length) throw this.#stop('broken-file');
    this.#xml.write(text);
  }

  #listen(): void {
    const xml = this.#xml;
    xml.on('error', () => {
      throw this.#stop('broken-file');
    });
    xml.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !isKnownEncoding(encoding)) {
        throw this.#stop('unknown-encoding', { encoding: encoding });
      }
    });
    xml.on('doctype', () => {
      throw this.#stop('forbidden-doctype');
    });
    xml.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    xml.on('closetag', () => this.#close());
    const onText = (text: string) => {
      this.#text += text;
    };
    xml.on('text', onText);
    xml.on('cdata', onText);
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#path.length === 0 && name !== ROOT) {
      throw this.#stop('another-format', { format: 'SIECLE' });
    }
    if (this.#path.length >= rosterLimits.xmlDepth) throw this.#stop('broken-file');
    this.#path.push(this.#path.length === 0 ? name : `${this.#path.at(-1)}/${name}`);
    this.#text = '';
    const path = this.#path.at(-1);
    if (path === PUPIL) {
      this.#rows.push({ line: this.#xml.line, id: attributes.ELEVE_ID ?? '', values: {} });
      if (this.#rows.length > rosterLimits.pupils) {
        throw this.#stop('too-many-pupils', { limit: String(rosterLimits.pupils) });
      }
    } else if (path === STRUCTURES) {
      const id = attributes.ELEVE_ID ?? '';
      this.#structuresOf = this.#structures.get(id) ?? { className: '', groups: [] };
      this.#structures.set(id, this.#structuresOf);
    } else if (path === `${STRUCTURES}/STRUCTURE`) {
      this.#structure = { code: '', type: '' };
    }
  }

  #close(): void {
    this.#quiet = 0;
    const path = this.#path.pop() ?? '';
    const text = this.#text.trim();
    this.#text = '';
    const field = fieldPaths.get(path);
    const row = this.#rows.at(-1);
    if (field && row) row.values[field] = text;
    else if (path === UAJ) this.#checkSchool(text);
    else if (path === YEAR && /^\d{4}$/.test(text)) this.#firstYear = Number(text);
    else if (path === `${STRUCTURES}/STRUCTURE/CODE_STRUCTURE`) this.#structure.code = text;
    else if (path === `${STRUCTURES}/STRUCTURE/TYPE_STRUCTURE`) this.#structure.type = text;
    else if (path === `${STRUCTURES}/STRUCTURE`) this.#keepStructure();
  }

  #checkSchool(text: string): void {
    if (text === '') return;
    this.#uajFound = text.toUpperCase();
    if (this.#uajFound !== this.#uai) {
      throw this.#stop('wrong-school', { found: text, expected: this.#uai });
    }
  }

  #keepStructure(): void {
    const { code, type } = this.#structure;
    if (code === '' || code.toUpperCase() === INACTIVE) return;
    if (type === 'D') this.#structuresOf.className = code;
    else if (type === 'G') this.#structuresOf.groups.push(code);
  }
}
