import { format } from 'date-fns/format';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { requireDay } from '../cases/index.ts';
import { custodyDeclined, custodyRecorded, receiverShape, saidShape } from './entries.ts';
import { confirmHandOver, handOver } from './handover.ts';
import { holderBetween } from './holder.ts';
import {
  chainOfExhibit,
  custodyOf,
  exhibitHead,
  listDue,
  listOffers,
  offersFor,
  openOffer,
  requireNoOffer,
  showCustody,
} from './list.ts';
import { importCustodyList } from './lists/import.ts';
import { custodyColumns } from './lists/model.ts';
import { custodyEvents, printForms } from './model.ts';
import { printPaper } from './print/print.ts';
import { requireCustody } from './rules.ts';

const id = z.string().min(1).max(100);
const short = z.string().max(500);
const long = z.string().max(2_000);
const moment = z.iso.datetime({ offset: true });
const passphrase = z.string().max(1_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const receiver = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('signs'), user: id, passphrase }),
  z.strictObject({ how: z.literal('later'), user: id }),
  receiverShape.extend({ how: z.literal('paper'), name: z.string().trim().min(1).max(300) }).strict(),
]);

export const custodyProcedures = {
  'custody.show': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id, exhibit: id, asOf: moment.optional() }),
    run: ({ sql }, input) => showCustody(sql, input.case, input.exhibit),
  },
  'custody.holder': {
    type: 'query',
    right: 'case.read',
    input: z
      .strictObject({ case: id, exhibit: id, from: moment, until: moment })
      .refine(({ from, until }) => Date.parse(from) <= Date.parse(until), { path: ['until'] }),
    run: ({ sql }, input) =>
      holderBetween(chainOfExhibit(sql, input.case, input.exhibit), input.from, input.until),
  },
  'custody.due': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id.optional() }),
    run: ({ sql, actor }, input) => listDue(sql, actor.user, input.case, format(new Date(), 'yyyy-MM-dd')),
  },
  'custody.offers': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id.optional() }),
    run: ({ sql, actor }, input) =>
      input.case === undefined ? offersFor(sql, actor.user) : listOffers(sql, input.case),
  },
  'custody.record': {
    type: 'command',
    right: 'evidence.custody',
    input: z.strictObject({
      case: id,
      exhibit: id,
      event: z.enum(custodyEvents),
      when: moment,
      from: short.optional(),
      to: short.optional(),
      place: short.optional(),
      reason: long.optional(),
      seal: z.string().max(200).optional(),
      note: z.string().max(5_000).optional(),
      ...saidShape,
    }),
    run: ({ sql, append, now }, input) => {
      const head = exhibitHead(sql, input.case, input.exhibit);
      requireNoOffer(head);
      for (const day of [input.dueBack, input.order?.date]) if (day !== undefined) requireDay(day);
      for (const other of [input.part, input.receiver?.scan])
        if (other !== undefined) exhibitHead(sql, input.case, other);
      requireCustody(custodyOf(sql, input.exhibit), input, now, head.number);
      const { from = '', to = '', place = '', reason = '', seal = '', note = '' } = input;
      append(custodyRecorded, input.case, { ...input, from, to, place, reason, seal, note });
      return {};
    },
  },
  'custody.handOver': {
    type: 'task',
    right: 'evidence.custody',
    input: z.strictObject({
      case: id,
      exhibits: z.array(id).min(1).max(500),
      when: moment,
      from: short.optional(),
      place: short.optional(),
      reason: long.optional(),
      note: z.string().max(5_000).optional(),
      dueBack: saidShape.dueBack,
      why: saidShape.why,
      receiver,
    }),
    run: (services, input) => {
      if (input.dueBack !== undefined) requireDay(input.dueBack);
      return handOver(services, input);
    },
  },
  'custody.confirm': {
    type: 'task',
    right: 'evidence.custody',
    input: z.strictObject({ case: id, handover: id, passphrase }),
    run: confirmHandOver,
  },
  'custody.decline': {
    type: 'command',
    right: 'evidence.custody',
    input: z.strictObject({ case: id, handover: id, reason: long.trim().min(1) }),
    run: ({ sql, actor, append }, input) => {
      const offer = openOffer(sql, input.case, input.handover);
      if (actor.user !== offer.user && actor.user !== offer.author) {
        throw new CustodiaError('custody.notReceiver', { to: offer.to });
      }
      const answer = actor.user === offer.user ? 'refused' : 'withdrawn';
      append(custodyDeclined, input.case, { ...input, answer });
      return {};
    },
  },
  'custody.list': {
    type: 'task',
    right: 'evidence.custody',
    input: z.strictObject({
      case: id,
      file: z.string().max(100),
      columns: z.partialRecord(z.enum(custodyColumns), short).optional(),
      write: z.strictObject({ sha256, shown: sha256, onlyGood: z.boolean().optional() }).optional(),
      saveRefused: z.strictObject({ folder: z.string().max(100).optional() }).optional(),
    }),
    run: async (services, { case: caseId, file, columns, write, saveRefused }) => {
      const path = services.handles.take(file);
      const folderOf = (handle: string | undefined): string =>
        handle === undefined ? services.exportsFolder() : services.handles.take(handle);
      const saveIn = saveRefused === undefined ? undefined : folderOf(saveRefused.folder);
      const order = { case: caseId, path, columns, write, saveIn };
      return services.jobs.start('list', caseId, (progress, signal) =>
        importCustodyList(services, order, progress, signal),
      );
    },
  },
  'custody.print': {
    type: 'task',
    right: 'evidence.custody',
    input: z
      .strictObject({
        case: id,
        form: z.enum(printForms),
        exhibits: z.array(id).max(500),
        handover: id.optional(),
        code: z.enum(['qr', 'code128']).optional(),
        firstLabel: z.number().int().min(1).max(24).optional(),
        folder: z.string().optional(),
      })
      .refine(({ form, exhibits }) => form === 'receipt' || exhibits.length > 0, { path: ['exhibits'] })
      .refine(({ form, handover }) => (form === 'receipt') === (handover !== undefined), {
        path: ['handover'],
      }),
    run: printPaper,
  },
} satisfies Procedures;
