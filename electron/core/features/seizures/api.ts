import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { amendmentsShape } from '../../journal/amend.ts';
import { fieldHistory } from '../../journal/fields.ts';
import { currencyDigits } from '../../money/index.ts';
import { annulEvent, annulRate } from './annul.ts';
import { addAsset, amendAsset, examineAsset } from './assets.ts';
import { detailsShape } from './details-shape.ts';
import { seizureForms } from './forms.ts';
import {
  recordAccount,
  recordCheck,
  recordClaim,
  recordCost,
  recordValue,
  settleClaim,
  stateRate,
} from './further.ts';
import { controllingRelations, holdingGraph } from './holdings.ts';
import { linkExhibit, linkPerson, unlink } from './links.ts';
import { assetFacets, assetRow, groupTotals, listAssets, resolveAsset } from './list.ts';
import {
  assetFields,
  assetKinds,
  assetSorts,
  assetStages,
  claimOutcomes,
  conditions,
  exhibitRoles,
  holdingRoles,
  paidFrom,
  totalGroups,
  valueBases,
} from './model.ts';
import { showAsset } from './record.ts';
import { currencyCode, id, reasonGiven, short, text, typedMoney, words } from './shapes.ts';
import { stepProcedures } from './step-api.ts';
import { dueOfCase, ledgerOf, listRates } from './totals.ts';
import { todayAt } from './write.ts';

const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const inCase = z.strictObject({ case: id, asOf: moment.optional() });
const ofAsset = { case: id, asset: id };
const onDay = { ...ofAsset, on: day, document: id.optional(), note: text.optional() };

const valuation = {
  ...typedMoney.shape,
  on: day,
  basis: z.enum(valueBases),
  source: short,
  by: short,
  document: id.optional(),
};
const assetInput = z.strictObject({
  case: id,
  name: z.string().trim().min(1).max(300),
  details: detailsShape,
  description: text.optional(),
  identifiedOn: day,
  place: short.optional(),
  department: short.optional(),
  office: short.optional(),
  notes: text.optional(),
  value: z.strictObject(valuation).optional(),
  duplicateReason: words.optional(),
});

const minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const filter = {
  case: id.optional(),
  text: z.string().max(200).optional(),
  stages: z.array(z.enum(assetStages)).max(20).readonly().optional(),
  kinds: z.array(z.enum(assetKinds)).max(20).readonly().optional(),
  challenged: z.boolean().optional(),
  currency: currencyCode.optional(),
  valueFrom: minor.optional(),
  valueTo: minor.optional(),
  custodian: short.optional(),
  department: short.optional(),
  office: short.optional(),
  person: id.optional(),
  asOf: moment.optional(),
};
/** The past is read case by case. */
const needsCase = ({
  asOf,
  case: caseId,
}: {
  asOf?: string | undefined;
  case?: string | undefined;
}): boolean => asOf === undefined || caseId !== undefined;

const queries = {
  'seizures.forms': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({}),
    run: () => seizureForms,
  },
  'seizures.list': {
    type: 'query',
    right: 'case.read',
    input: z
      .strictObject({
        ...filter,
        sort: z.enum(assetSorts),
        descending: z.boolean(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      })
      .refine(needsCase, { path: ['asOf'] }),
    run: ({ sql, actor }, input) => listAssets(sql, actor.user, input),
  },
  'seizures.facets': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id.optional() }),
    run: ({ sql, actor }, input) => assetFacets(sql, actor.user, input.case),
  },
  'seizures.find': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ given: id }),
    run: ({ sql, actor }, input) => resolveAsset(sql, actor.user, input.given),
  },
  'seizures.show': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ ...ofAsset, asOf: moment.optional() }),
    run: ({ sql }, input) => showAsset(sql, input.case, input.asset),
  },
  'seizures.history': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ ...ofAsset, field: z.enum(assetFields) }),
    run: ({ sql }, input) => {
      assetRow(sql, input.case, input.asset);
      return fieldHistory(sql, input.case, input.asset, input.field);
    },
  },
  'seizures.graph': {
    type: 'query',
    right: 'case.read',
    input: inCase,
    run: ({ sql }, input) => holdingGraph(sql, input.case, controllingRelations(sql)),
  },
  'seizures.ledger': {
    type: 'query',
    right: 'case.read',
    input: z
      .strictObject({
        case: id.optional(),
        kinds: filter.kinds,
        department: filter.department,
        office: filter.office,
        person: filter.person,
        on: day.optional(),
        convertTo: currencyCode.optional(),
        asOf: moment.optional(),
      })
      .refine(needsCase, { path: ['asOf'] }),
    run: ({ sql, actor }, input) => {
      if (input.convertTo !== undefined) currencyDigits(input.convertTo);
      return ledgerOf(sql, actor.user, input, todayAt(Date.now()));
    },
  },
  'seizures.totals': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ ...filter, by: z.enum(totalGroups) }).refine(needsCase, { path: ['asOf'] }),
    run: ({ sql, actor }, { by, ...input }) => groupTotals(sql, actor.user, by, input),
  },
  'seizures.rates': {
    type: 'query',
    right: 'case.read',
    input: inCase,
    run: ({ sql }, input) => listRates(sql, input.case),
  },
  'seizures.deadlines': {
    type: 'query',
    right: 'case.read',
    input: inCase,
    run: ({ sql }, input) => dueOfCase(sql, input.case),
  },
  'seizures.examine': {
    type: 'query',
    right: 'seizure.write',
    input: assetInput,
    run: ({ sql }, { case: caseId, ...input }) => ({
      warnings: examineAsset(sql, caseId, input, todayAt(Date.now())).warnings,
    }),
  },
} satisfies Procedures;

const commands = {
  'seizures.add': {
    type: 'command',
    right: 'seizure.write',
    input: assetInput,
    run: (context, { case: caseId, ...input }) => addAsset(context, caseId, input),
  },
  'seizures.amend': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      ...ofAsset,
      amendments: amendmentsShape(assetFields),
      duplicateReason: words.optional(),
    }),
    run: amendAsset,
  },
  'seizures.linkPerson': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      ...ofAsset,
      person: id,
      role: z.enum(holdingRoles),
      share: z.string().max(20).optional(),
      from: day.optional(),
      until: day.optional(),
      source: short.optional(),
    }),
    run: linkPerson,
  },
  'seizures.linkExhibit': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...ofAsset, exhibit: id, role: z.enum(exhibitRoles) }),
    run: linkExhibit,
  },
  'seizures.unlink': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...ofAsset, link: id, reason: reasonGiven }),
    run: (context, input) => {
      unlink(context, input);
      return {};
    },
  },
  'seizures.value': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...ofAsset, ...valuation }),
    run: recordValue,
  },
  'seizures.stateRate': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      case: id,
      from: currencyCode,
      to: currencyCode,
      rate: z.string().max(30),
      on: day,
      source: short,
    }),
    run: stateRate,
  },
  'seizures.check': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...onDay, condition: z.enum(conditions), by: short, place: short.optional() }),
    run: recordCheck,
  },
  'seizures.cost': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...onDay, cost: typedMoney, what: short, paidFrom: z.enum(paidFrom) }),
    run: recordCost,
  },
  'seizures.account': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...onDay, from: day, until: day }),
    run: recordAccount,
  },
  'seizures.claim': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...onDay, claimant: short, person: id.optional(), grounds: text }),
    run: recordClaim,
  },
  'seizures.settleClaim': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      ...onDay,
      claim: id,
      outcome: z.enum(claimOutcomes),
      court: short.optional(),
      number: short.optional(),
    }),
    run: settleClaim,
  },
  'seizures.annul': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ case: id, asset: id.nullable(), event: id, reason: reasonGiven }),
    run: (context, { asset, ...input }) => {
      if (asset === null) annulRate(context, input);
      else annulEvent(context, { ...input, asset }, false);
      return {};
    },
  },
  'seizures.annulDecision': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({ ...ofAsset, event: id, reason: reasonGiven }),
    run: (context, input) => {
      annulEvent(context, input, true);
      return {};
    },
  },
} satisfies Procedures;

export const seizureProcedures = { ...queries, ...commands, ...stepProcedures } satisfies Procedures;
