import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import { type ReadContext, readStep, writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { publicKeyText } from '../../journal/keys.ts';
import type { UserKeys } from '../../vault/keyring.ts';
import { confirmPassphrase, keysByPassphrase } from '../office/index.ts';
import { custodyOffered, custodyRecorded } from './entries.ts';
import { custodyOf, exhibitHead, openOffer, requireNoOffer, signKeyOf } from './list.ts';
import type { HandOverInput, OfferRow, ReceiverSignature } from './model.ts';
import { requireCustody } from './rules.ts';
import { stateOf } from './state.ts';
import { type Statement, signStatement } from './statement.ts';

/** A hand-over whose every part is known. */
type Terms = Omit<Statement, 'exhibits' | 'signer'> & {
  readonly exhibits: readonly string[];
  readonly note: string;
  readonly why?: string | undefined;
};

/** Checks it for every exhibit: what one of them does not allow happens to none. */
function requireTerms({ sql }: Pick<ReadContext, 'sql'>, terms: Terms, now: number): void {
  for (const exhibit of terms.exhibits) {
    const head = exhibitHead(sql, terms.case, exhibit);
    requireNoOffer(head);
    requireCustody(custodyOf(sql, exhibit), { ...inputOf(terms), exhibit }, now, head.number);
  }
}

function inputOf({ case: caseId, when, from, to, place, reason, note, dueBack, why }: Terms) {
  const said = { case: caseId, event: 'transferred' as const, when, from, to, place, reason, note, why };
  return dueBack === '' ? said : { ...said, dueBack };
}

const receiverName = readStep('custody.receiverName', ({ sql }, input: { readonly user: string }): string => {
  const found = sql.get<{ name: string }>('SELECT name FROM user WHERE id = ? AND active = 1', [input.user]);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
  return found.name;
});

/** The giver, where none was named: who holds the first exhibit. */
const giverOf = readStep(
  'custody.giver',
  ({ sql }, input: { readonly case: string; readonly exhibits: readonly string[] }): string => {
    const [first = ''] = input.exhibits;
    exhibitHead(sql, input.case, first);
    return stateOf(custodyOf(sql, first)).holder;
  },
);

/** Refuses what the rules do not allow before anybody gives a passphrase; tells what is to be signed. */
const checkTerms = readStep(
  'custody.checkTerms',
  (
    context,
    input: { readonly terms: Terms; readonly now: number; readonly waits: boolean },
  ): Statement['exhibits'] => {
    if (!input.waits) requireTerms(context, input.terms, input.now);
    return input.terms.exhibits.map((exhibit) => {
      const { number, sha256 } = exhibitHead(context.sql, input.terms.case, exhibit);
      return { exhibit, number, sha256 };
    });
  },
);

interface Recording {
  readonly terms: Terms;
  readonly signature?: ReceiverSignature | undefined;
  readonly receiver?: {
    readonly document: string;
    readonly institution: string;
    readonly scan?: string | undefined;
  };
  /** The receiver answers an offer: it is the one open hand-over that may be. */
  readonly waits: boolean;
}

const recordHandOver = writeStep(
  'custody.recordHandOver',
  (context, { terms, signature, receiver, waits }: Recording): null => {
    const { sql, append, now } = context;
    if (waits) openOffer(sql, terms.case, terms.handover);
    else requireTerms(context, terms, now);
    if (receiver?.scan !== undefined) exhibitHead(sql, terms.case, receiver.scan);
    for (const exhibit of terms.exhibits) {
      const { seal } = stateOf(custodyOf(sql, exhibit), Date.parse(terms.when));
      const body = { ...inputOf(terms), exhibit, seal, handover: terms.handover, signature, receiver };
      append(custodyRecorded, terms.case, body);
    }
    return null;
  },
);

const recordOffer = writeStep(
  'custody.recordOffer',
  (context, { terms, user }: { readonly terms: Terms; readonly user: string }): null => {
    requireTerms(context, terms, context.now);
    const { event: _event, ...said } = inputOf(terms);
    const body = { ...said, handover: terms.handover, exhibits: [...terms.exhibits], user };
    context.append(custodyOffered, terms.case, body);
    return null;
  },
);

const readOffer = readStep(
  'custody.readOffer',
  ({ sql }, input: { readonly case: string; readonly handover: string }): OfferRow =>
    openOffer(sql, input.case, input.handover),
);

/** Whether the key in a user's file is the one that the journal knows as theirs. */
const knownKey = readStep(
  'custody.knownKey',
  ({ sql }, input: { readonly user: string }): string | null => signKeyOf(sql, input.user) ?? null,
);

export const handOverSteps = [
  receiverName,
  giverOf,
  checkTerms,
  recordHandOver,
  recordOffer,
  readOffer,
  knownKey,
];

/**
 * Hands exhibits from one person to another. A receiver who is a user signs the statement of it with the passphrase,
 * now or in a later session; until then it is an offer and the giver holds them. Others sign on paper.
 */
export async function handOver(
  services: Services,
  input: HandOverInput,
): Promise<{ handover: string; state: 'signed' | 'offered' | 'paper' }> {
  const { receiver } = input;
  const name =
    receiver.how === 'paper' ? receiver.name : await services.step(receiverName, { user: receiver.user });
  const exhibits = [...new Set(input.exhibits)];
  const { when, place = '', reason = '', note = '', dueBack = '', why } = input;
  const from = input.from ?? (await services.step(giverOf, { case: input.case, exhibits }));
  const handover = randomUUID();
  const terms: Terms = {
    case: input.case,
    handover,
    exhibits,
    when,
    from,
    to: name,
    place,
    reason,
    note,
    dueBack,
    why,
  };
  const named = await services.step(checkTerms, { terms, now: Date.now(), waits: false });
  if (receiver.how === 'later') {
    await services.step(recordOffer, { terms, user: receiver.user });
    return { handover, state: 'offered' };
  }
  if (receiver.how === 'paper') {
    const { document, institution, scan } = receiver;
    await services.step(recordHandOver, { terms, receiver: { document, institution, scan }, waits: false });
    return { handover, state: 'paper' };
  }
  const keys = await keysByPassphrase(services, name, receiver.passphrase);
  const signature = await sign(services, terms, named, keys, receiver.user);
  await services.step(recordHandOver, { terms, signature, waits: false });
  return { handover, state: 'signed' };
}

/** The receiver signs an offer in a session of their own. */
export async function confirmHandOver(
  services: Services,
  input: { readonly case: string; readonly handover: string; readonly passphrase: string },
): Promise<Record<string, never>> {
  const { user } = services.session();
  const offer = await services.step(readOffer, { case: input.case, handover: input.handover });
  if (offer.user !== user.id) throw new CustodiaError('custody.notReceiver', { to: offer.to });
  await confirmPassphrase(services, input.passphrase);
  const { when, from, to, place, reason, note, dueBack = '', why, handover } = offer;
  const exhibits = offer.exhibits.map(({ exhibit }) => exhibit);
  const terms: Terms = {
    case: input.case,
    handover,
    exhibits,
    when,
    from,
    to,
    place,
    reason,
    note,
    dueBack,
    why,
  };
  const named = await services.step(checkTerms, { terms, now: Date.now(), waits: true });
  const signature = await sign(services, terms, named, user, user.id);
  await services.step(recordHandOver, { terms, signature, waits: true });
  return {};
}

async function sign(
  services: Services,
  terms: Terms,
  named: Statement['exhibits'],
  keys: UserKeys,
  user: string,
): Promise<ReceiverSignature> {
  const { note: _note, why: _why, exhibits: _ids, ...said } = terms;
  if (keys.id !== user) throw new CustodiaError('unlock.refused');
  const signed = signStatement({ ...said, exhibits: named, signer: user }, { privateKey: keys.signKey });
  // A file of keys that the journal does not know would sign what nobody can check.
  if ((await services.step(knownKey, { user })) !== publicKeyText(keys.signKey))
    throw new CustodiaError('vault.keyringDamaged');
  return { user, ...signed };
}
