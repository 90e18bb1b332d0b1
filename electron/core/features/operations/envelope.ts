import { join } from 'node:path';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import { type Procedures, readStep, writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { encryptBytes } from '../../vault/age/seal.ts';
import { ensureFolder, writeDurably } from '../../vault/files.ts';
import { type ClosedSeal, closeSeal, copySeal, destroySeal } from '../../vault/seals.ts';
import { folded } from '../cases/index.ts';
import { openForHolder, recipientsOf } from '../office/index.ts';
import { envelopeCopied, envelopeOpened, envelopeSealed } from './entries.ts';
import { headOf, membersOf, readEnvelope, requireAgent } from './list.ts';
import type { AgentIdentity, OpenEnvelopeInput, OutsideHolder, SealInput } from './model.ts';
import { drawEnvelope } from './print/envelope-plan.ts';
import { id, outsideShape, text } from './shapes.ts';

interface OfAgent {
  readonly operation: string;
  readonly agent: string;
}

interface Ground {
  readonly codeName: string;
  readonly number: string;
  readonly recipients: readonly string[];
  /** The envelope that is there; null before the first. */
  readonly before: string | null;
}

/** Who is to hold it, and what there is. Holders belong to the operation. */
const groundOf = readStep(
  'operations.sealGround',
  ({ sql }, input: OfAgent & { readonly holders: readonly string[] }): Ground => {
    const { codeName } = requireAgent(sql, input.operation, input.agent);
    const members = membersOf(sql, input.operation);
    for (const holder of input.holders)
      if (!members.some(({ user }) => user === holder))
        throw new CustodiaError('call.notFound', { what: 'user' });
    const recipients = recipientsOf(sql, input.holders);
    const before = readEnvelope(sql, input.agent)?.seal ?? null;
    return { codeName, number: headOf(sql, input.operation).number, recipients, before };
  },
);

interface Sealed extends OfAgent, ClosedSeal {
  readonly holders: readonly string[];
  readonly outside: readonly OutsideHolder[];
  readonly before: string | null;
  readonly reason: string;
}

const recordSealed = writeStep('operations.recordSealed', ({ append }, { before, ...body }: Sealed): null => {
  append(envelopeSealed, body.operation, { ...body, ...(before === null ? {} : { before }) });
  return null;
});

const readClosed = readStep('operations.readEnvelope', ({ sql }, input: OfAgent): ClosedSeal => {
  requireAgent(sql, input.operation, input.agent);
  const envelope = readEnvelope(sql, input.agent);
  if (envelope === undefined) throw new CustodiaError('call.notFound', { what: 'seal' });
  return { seal: envelope.seal, ciphertext: envelope.ciphertext };
});

type Use = 'read' | 'print' | 'reseal';

const recordOpened = writeStep(
  'operations.recordOpened',
  (
    { append },
    body: OfAgent & { readonly seal: string; readonly use: Use; readonly reason: string },
  ): null => {
    append(envelopeOpened, body.operation, body);
    return null;
  },
);

const recordCopied = writeStep(
  'operations.recordCopied',
  ({ append }, body: OfAgent & { readonly seal: string; readonly reason: string }): null => {
    append(envelopeCopied, body.operation, body);
    return null;
  },
);

const readNumber = readStep(
  'operations.number',
  ({ sql }, operation: string): string => headOf(sql, operation).number,
);

export const envelopeSteps = [groundOf, recordSealed, readClosed, recordOpened, recordCopied, readNumber];

/** A code name that is a word of a name would lead to it. */
function requireNeutral(codeName: string, { trueName, assumedName }: AgentIdentity): void {
  const parts = (name: string): string[] => folded(name).split(/[^\p{L}]+/u);
  const [word = ''] = parts(codeName);
  if ([...parts(trueName), ...parts(assumedName)].includes(word))
    throw new CustodiaError('operation.codeNameTells');
}

/** The check sum of a recipient is age's own: it is tried before anything is written. */
async function requireRecipients(outside: readonly OutsideHolder[]): Promise<void> {
  for (const { recipient } of outside) {
    await encryptBytes(new Uint8Array(), [recipient]).catch((cause: unknown) => {
      throw new CustodiaError('call.invalid', { field: 'recipient' }, { cause });
    });
  }
}

interface Closing extends OfAgent {
  readonly identity: AgentIdentity;
  readonly holders: readonly string[];
  readonly outside: readonly OutsideHolder[];
  readonly reason: string;
}

async function close(services: Services, closing: Closing): Promise<{ seal: string }> {
  const { operation, agent, identity, holders, outside, reason } = closing;
  const { codeName, recipients, before } = await services.step(groundOf, { operation, agent, holders });
  if (before !== null && reason.trim() === '') throw new CustodiaError('call.invalid', { field: 'reason' });
  requireNeutral(codeName, identity);
  await requireRecipients(outside);
  const all = [...recipients, ...outside.map(({ recipient }) => recipient)];
  const closed = await closeSeal(services.layout, identity, all);
  await services.step(recordSealed, { operation, agent, ...closed, holders, outside, before, reason });
  if (before !== null) await destroySeal(services.layout, before);
  return { seal: closed.seal };
}

async function open(services: Services, input: OpenEnvelopeInput, use: Use): Promise<AgentIdentity> {
  const { operation, agent, reason, passphrase } = input;
  const content = await openForHolder(services, passphrase, {
    read: () => services.step(readClosed, { operation, agent }),
    record: ({ seal }) => services.step(recordOpened, { operation, agent, seal, use, reason }),
  });
  return content as AgentIdentity;
}

/** Papers and pictures together, in base64: an envelope is small enough to lie in an entry. */
const mostPapers = 2_500_000;
const line = z.string().max(500);

const identityShape = z.strictObject({
  trueName: line.trim().min(1),
  trueDocument: line,
  rank: line,
  unit: line,
  assumedName: line.trim().min(1),
  assumedDocument: line,
  legend: z.string().max(20_000),
  notes: z.string().max(20_000),
  papers: z
    .array(
      z.strictObject({
        what: z.enum(['photograph', 'consent', 'record', 'other']),
        title: line,
        type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
        content: z.base64().max(mostPapers),
      }),
    )
    .max(10)
    .readonly()
    .refine((papers) => papers.reduce((sum, { content }) => sum + content.length, 0) <= mostPapers),
});

const holders = z.array(id).min(1).max(50).readonly();
const opening = {
  operation: id,
  agent: id,
  reason: z.string().trim().min(1).max(2_000),
  passphrase: z.string().max(1_000),
};

export const envelopeProcedures = {
  'operations.seal': {
    type: 'task',
    right: 'operation.seal',
    input: z.strictObject({
      operation: id,
      agent: id,
      identity: identityShape,
      holders,
      outside: outsideShape.optional(),
      reason: text.optional(),
    }),
    run: (services, { outside = [], reason = '', ...input }: SealInput) =>
      close(services, { ...input, outside, reason }),
  },
  'operations.openSeal': {
    type: 'task',
    right: 'operation.seal',
    input: z.strictObject(opening),
    run: (services, input) => open(services, input, 'read'),
  },
  'operations.reseal': {
    type: 'task',
    right: 'operation.seal',
    input: z.strictObject({ ...opening, holders, outside: outsideShape.optional() }),
    run: async (services, { outside = [], ...input }) => {
      const { operation, agent, reason } = input;
      // Who is to hold it is looked at before it is opened for their sake.
      await services.step(groundOf, { operation, agent, holders: input.holders });
      await requireRecipients(outside);
      const identity = await open(services, input, 'reseal');
      return close(services, { operation, agent, identity, holders: input.holders, outside, reason });
    },
  },
  'operations.printEnvelope': {
    type: 'task',
    right: 'operation.seal',
    input: z.strictObject({ ...opening, folder: z.string().optional() }),
    run: async (services, { folder: handle, ...input }) => {
      const folder = handle === undefined ? undefined : services.handles.take(handle);
      const identity = await open(services, input, 'print');
      const { pdf, pages } = await drawEnvelope(services, input, identity);
      if (folder === undefined) return { pdf: Buffer.from(pdf).toString('base64'), pages, path: '' };
      const path = await place(services, folder, input.operation, [['pdf', pdf]]);
      return { pdf: '', pages, path: path.files[0] ?? '' };
    },
  },
  'operations.copyEnvelope': {
    type: 'task',
    right: 'operation.seal',
    input: z.strictObject({
      operation: id,
      agent: id,
      reason: opening.reason,
      folder: z.string().optional(),
    }),
    run: async (services, { folder: handle, operation, agent, reason }) => {
      const folder = handle === undefined ? services.exportsFolder() : services.handles.take(handle);
      const closed = await services.step(readClosed, { operation, agent });
      const { content, key } = await copySeal(services.layout, closed);
      await services.step(recordCopied, { operation, agent, seal: closed.seal, reason });
      return place(services, folder, operation, [
        ['key.age', key],
        ['content.age', content],
      ]);
    },
  },
} satisfies Procedures;

/** Files under the operation's number and the moment: no name of anybody stands in a file's. */
async function place(
  services: Services,
  folder: string,
  operation: string,
  files: readonly (readonly [ending: string, bytes: Uint8Array])[],
): Promise<{ path: string; files: string[] }> {
  const number = await services.step(readNumber, operation);
  const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  await ensureFolder(folder);
  const written: string[] = [];
  for (const [ending, bytes] of files) {
    const path = join(folder, `${number}-envelope-${stamp}.${ending}`);
    await writeDurably(path, bytes);
    written.push(path);
  }
  return { path: folder, files: written };
}
