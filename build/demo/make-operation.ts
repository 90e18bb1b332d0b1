import { addDays } from 'date-fns/addDays';
import { addMinutes } from 'date-fns/addMinutes';
import { format } from 'date-fns/format';
import { formatISO } from 'date-fns/formatISO';
import type { Client } from '../../electron/core/client.ts';
import type { DemoIds } from './make-assets.ts';

interface Signer {
  readonly name: string;
  readonly passphrase: string;
}

/** Days and minutes from now: an operation that is over shows nothing of its watch. */
const day = (days: number): string => format(addDays(new Date(), days), 'yyyy-MM-dd');
const minutes = (count: number): string => formatISO(addMinutes(new Date(), count));

/**
 * Opens the demonstration's undercover operation: the prosecutor decides, the handler writes. At the end the vault is
 * the prosecutor's again.
 */
export async function makeOperation(
  client: Client,
  ids: DemoIds,
  prosecutor: Signer,
  handler: Signer,
): Promise<string> {
  const as = ({ name, passphrase }: Signer) => client.call('vault.unlock', { name, passphrase });
  const people = await client.call('users.list', {});
  const handlerId = people.find(({ name }) => name === handler.name)?.id ?? '';
  const { id: operation, number } = await client.call('operations.open', {
    case: ids.case,
    name: 'Anuncio',
    purpose: 'Saber quién contesta los anuncios de «Rumbo Claro» y adónde se lleva a quienes responden.',
    handler: handlerId,
  });
  const { id: authorisation } = await client.call('operations.authorise', {
    operation,
    court: 'Juzgado de Instrucción en lo Penal 3.º de El Alto',
    number: '171/2026',
    judge: 'Dra. Lucía Zenteno (ficticia)',
    day: day(-24),
    from: day(-22),
    until: day(9),
    grounds: 'Los anuncios siguen activos y ofrecen empleo en el exterior a menores de edad.',
    insufficiency: 'Las víctimas no conocen a quien contesta; las líneas cambian cada semana.',
    application: { by: 'Dra. Amalia Rocabado Téllez', day: day(-25), ownResponsibility: true },
    scope: {
      acts: [
        { kind: 'contact', text: 'con quien conteste los anuncios' },
        { kind: 'controlledPurchase', text: 'un pasaje y un permiso de viaje' },
      ],
      places: ['Terminal de buses de El Alto', 'Plaza del mercado, Llallagua'],
      persons: ['Quien conteste los anuncios', 'Ciro Balderrama Soto'],
      techniques: [
        { kind: 'audio', text: '' },
        { kind: 'markedMoney', text: '' },
      ],
    },
  });
  const { authorisations, members } = await client.call('operations.show', { operation });
  const scope = authorisations.find(({ id }) => id === authorisation)?.scope;
  const holders = members.filter(({ as }) => as !== 'investigator').map(({ user }) => user);

  await as(handler);
  const [codeName = ''] = await client.call('operations.codeNames', { operation });
  const { id: agent } = await client.call('operations.addAgent', { operation, codeName });
  const of = { operation, agent };
  await as(prosecutor);
  const assignment = async (act: number, instruction: string): Promise<string> =>
    (
      await client.call('operations.assign', {
        ...{ ...of, authorisation, instruction, from: day(-22), until: day(9) },
        act: scope?.acts[act]?.id ?? '',
      })
    ).id;
  const call = await assignment(0, 'Contestar el anuncio y preguntar por el viaje.');
  const purchase = await assignment(1, 'Comprar el pasaje que ofrezcan, con dinero marcado.');
  await as(handler);

  await client.call('operations.check', {
    ...of,
    check: 'consent',
    holds: true,
    day: day(-23),
    where: 'envelope',
  });
  await client.call('operations.seal', {
    ...of,
    identity: {
      trueName: 'Rosaura Ibáñez Quenta (persona ficticia)',
      trueDocument: 'CI ficticia 0000001',
      rank: 'Sargento',
      unit: 'División ficticia',
      assumedName: 'Maribel',
      assumedDocument: '',
      legend: 'Busca trabajo de cocina; llegó de Oruro.',
      notes: '',
      papers: [],
    },
    holders,
  });
  await client.call('operations.move', {
    ...{ ...of, kind: 'issued', amount: { minor: 50_000, currency: 'BOB' } },
    ...{ when: minutes(-60 * 24 * 15), what: 'Fondos para pasajes' },
  });
  await client.call('operations.write', {
    ...{ ...of, assignment: call, when: minutes(-60 * 24 * 14), place: 'Terminal de buses de El Alto' },
    scopePlace: scope?.places[0]?.id,
    contact: 'Voz de mujer, se llama «Nancy»',
    text: 'Contestó al segundo mensaje. Pide que viaje sin familiares y que entregue la cédula al llegar.',
    risk: 'medium',
    riskNote: 'Pidió una fotografía.',
  });
  await client.call('operations.write', {
    ...{ ...of, assignment: purchase, when: minutes(-60 * 24 * 9), place: 'Terminal de buses de El Alto' },
    scopePlace: scope?.places[0]?.id,
    text: 'Se compró el pasaje ofrecido para el viernes. El vendedor anotó el nombre en un cuaderno.',
    exhibits: [ids.exhibit('Boleto de flota.tif')],
    risk: 'high',
    riskNote: 'El vendedor hizo una llamada al verla.',
  });
  await client.call('operations.move', {
    ...{ ...of, kind: 'spent', amount: { minor: 13_000, currency: 'BOB' } },
    ...{ when: minutes(-60 * 24 * 9), what: 'Pasaje, compra controlada' },
    receipt: ids.exhibit('Boleto de flota.tif'),
    purchased: [ids.exhibit('Boleto de flota.tif')],
  });
  await client.call('operations.plan', {
    operation,
    text: 'Si no llama a la hora, la unidad más cercana va al último lugar anotado.',
    contacts: 'Guardia de la división; médico de turno',
    wayOut: 'Salida lateral de la terminal, vehículo a una cuadra',
  });
  await client.call('operations.planCheckIns', { ...of, next: minutes(180), everyHours: 12, grace: 30 });

  await as(prosecutor);
  return number;
}
