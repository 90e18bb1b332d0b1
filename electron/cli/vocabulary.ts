import { type Client, UsageError } from './context.ts';
import { language } from './texts.ts';

interface Term {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}
type Register =
  | 'offences'
  | 'stages'
  | 'statuses'
  | 'personRoles'
  | 'evidenceSources'
  | 'terms'
  | 'departments'
  | 'assetKinds'
  | 'seizureStages'
  | 'seizureMeasures';

/** The words of the office's jurisdiction: offences, stages, roles. */
export interface Vocabulary {
  /** The id of a term by its id or its name in either language; a word that is no term is wrong usage. */
  idOf(register: Register, given: string): string;
  /** The term for people; what is no term stays as it is. */
  nameOf(register: Register, id: string): string;
  first(register: Register): string | undefined;
  kindOfRole(role: string): 'person' | 'organisation' | undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .toLocaleLowerCase('es');

export async function vocabularyOf(client: Client): Promise<Vocabulary> {
  const pack = await client.call('office.jurisdiction', {});
  const find = (register: Register, given: string): Term | undefined =>
    pack[register].find(({ id, name }) =>
      [id, name.es, name.en].some((each) => plain(each) === plain(given)),
    );
  return {
    idOf: (register, given) => {
      const term = find(register, given);
      if (term !== undefined) return term.id;
      const known = pack[register].map(({ id, name }) => `  ${id}  ${name[language()]}`).join('\n');
      throw new UsageError('term', { given, known });
    },
    nameOf: (register, id) => pack[register].find((term) => term.id === id)?.name[language()] ?? id,
    first: (register) => pack[register][0]?.id,
    kindOfRole: (role) => pack.personRoles.find((term) => term.id === role)?.kind,
  };
}
