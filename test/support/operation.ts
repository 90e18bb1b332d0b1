import { first, type TestVault } from './vault.ts';

export const handlerPhrase = 'camino largo de la quebrada 88';

/** An operation of a case with its handler, one ruling in force, one agent and one assigned act. */
export interface TestOperation {
  readonly caseId: string;
  readonly operation: string;
  readonly number: string;
  readonly handler: string;
  readonly agent: string;
  readonly codeName: string;
  readonly authorisation: string;
  readonly assignment: string;
  readonly place: string;
}

export const day = (days: number): string => {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
};

/** A moment some minutes ago, with this computer's day in it. */
export const ago = (minutes: number): string => {
  const at = new Date(Date.now() - minutes * 60_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const offset = -at.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${clock}${zone}`;
};

/** A ruling as a prosecutor would enter it. */
export const ruling = (operation: string, from: number, until: number) => ({
  operation,
  court: 'Juzgado 3º de Instrucción',
  number: `RES-${from}-${until}`,
  judge: 'Dra. Salazar',
  day: day(from - 1),
  from: day(from),
  until: day(until),
  grounds: 'Se ofrece trabajo en el exterior a menores.',
  insufficiency: 'Las víctimas no declaran por miedo.',
  application: { by: 'Fiscal', day: day(from - 2), ownResponsibility: true },
  scope: {
    acts: [
      { kind: 'contact', text: 'con la agencia' },
      { kind: 'controlledPurchase', text: 'un documento falso' },
    ],
    places: ['Terminal de buses'],
    persons: ['El reclutador'],
    techniques: [{ kind: 'audio', text: '' }],
  },
});

/** Opens an operation in a vault whose first user also becomes its handler by a second user. */
export async function makeOperation({ client }: TestVault): Promise<TestOperation> {
  const { id: caseId } = await client.call('cases.open', { title: 'Agencia de empleo' });
  const users = await client.call('users.list', {});
  const handler =
    users.find(({ name }) => name === 'Hilda')?.id ??
    (await client.call('users.add', { name: 'Hilda', passphrase: handlerPhrase, roles: ['handler'] })).id;
  // The first user writes too in these tests: one person with two roles, as in a small office.
  const [me] = users.filter(({ name }) => name === first.name);
  if (me !== undefined && !me.roles.includes('handler'))
    await client.call('roles.grant', { user: me.id, role: 'handler' });
  const { id: operation, number } = await client.call('operations.open', {
    case: caseId,
    name: 'Agencia',
    purpose: 'Saber quién recluta',
    handler,
  });
  const { id: authorisation } = await client.call('operations.authorise', ruling(operation, -20, 40));
  const [codeName = ''] = await client.call('operations.codeNames', { operation });
  const { id: agent } = await client.call('operations.addAgent', { operation, codeName });
  const { authorisations } = await client.call('operations.show', { operation });
  const scope = authorisations[0]?.scope;
  const { id: assignment } = await client.call('operations.assign', {
    ...{ operation, agent, authorisation },
    act: scope?.acts[0]?.id ?? '',
    instruction: 'Llamar y preguntar por el empleo',
    from: day(-20),
    until: day(40),
  });
  const place = scope?.places[0]?.id ?? '';
  return { caseId, operation, number, handler, agent, codeName, authorisation, assignment, place };
}
