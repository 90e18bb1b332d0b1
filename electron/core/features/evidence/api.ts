import { basename, join } from 'node:path';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { amendmentsShape } from '../../journal/amend.ts';
import { requireDay } from '../cases/index.ts';
import { exhibitAmended } from './entries.ts';
import { safeFileName } from './file-name.ts';
import { isItemField, tidyAmendments } from './items/amend.ts';
import { listExhibits, resolveExhibit, showExhibit } from './list.ts';
import { exhibitFields, exhibitKinds, viewers } from './model.ts';
import { provenanceShape } from './provenance.ts';
import { exhibitDetail, recordAccess, requireParent } from './steps.ts';
import { viewExhibit } from './view.ts';

const id = z.string().min(1).max(100);
const moment = z.iso.datetime({ offset: true });
const ofExhibit = z.strictObject({ case: id, exhibit: id });
const ofIntake = z.strictObject({ intake: id });

export const evidenceProcedures = {
  'evidence.list': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({
      case: id,
      text: z.string().max(200).optional(),
      viewer: z.enum(viewers).optional(),
      tag: z.string().max(60).optional(),
      collection: id.optional(),
      person: id.optional(),
      inside: id.optional(),
      kind: z.enum(exhibitKinds).optional(),
      tree: z.boolean().optional(),
      sort: z.enum(['number', 'name', 'type', 'size', 'collectedOn', 'attachedAt']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
      asOf: moment.optional(),
    }),
    run: ({ sql }, input) => listExhibits(sql, input),
  },
  'evidence.find': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ given: z.string().min(1).max(200) }),
    run: ({ sql, actor }, input) => resolveExhibit(sql, actor.user, input.given),
  },
  'evidence.show': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id, exhibit: id, asOf: moment.optional() }),
    run: ({ sql }, input) => showExhibit(sql, input.case, input.exhibit),
  },
  'evidence.attach': {
    type: 'task',
    right: 'evidence.attach',
    input: z.strictObject({
      case: id,
      files: z.array(z.string()).min(1).max(10_000),
      parent: id.optional(),
      provenance: provenanceShape,
    }),
    run: async (services, input) => {
      if (input.provenance.collectedOn !== '') requireDay(input.provenance.collectedOn);
      if (input.parent !== undefined)
        await services.step(requireParent, { case: input.case, exhibit: input.parent });
      const paths = input.files.map((handle) => services.handles.take(handle));
      return services.intakes.begin(input.case, paths, input.provenance, input.parent);
    },
  },
  'evidence.survey': {
    type: 'task',
    right: 'evidence.attach',
    input: z.strictObject({ folders: z.array(z.string()).min(1).max(20) }),
    run: (services, input) =>
      services.intakes.survey(input.folders.map((handle) => services.handles.take(handle))),
  },
  'evidence.attachSurveyed': {
    type: 'task',
    right: 'evidence.attach',
    input: z.strictObject({
      case: id,
      survey: id,
      leaveOut: z.strictObject({
        litter: z.boolean(),
        endings: z.array(z.string().max(300)).max(2_000).readonly(),
      }),
      parent: id.optional(),
      provenance: provenanceShape,
    }),
    run: async (services, input) => {
      if (input.provenance.collectedOn !== '') requireDay(input.provenance.collectedOn);
      if (input.parent !== undefined)
        await services.step(requireParent, { case: input.case, exhibit: input.parent });
      const { case: caseId, survey, leaveOut, provenance, parent } = input;
      return services.intakes.beginSurveyed(caseId, survey, leaveOut, provenance, parent);
    },
  },
  'evidence.intakes': {
    type: 'task',
    right: 'case.read',
    input: z.strictObject({ case: id.optional() }),
    run: (services, input) => services.intakes.list(input.case),
  },
  'evidence.pause': {
    type: 'task',
    right: 'evidence.attach',
    input: ofIntake,
    run: async (services, input) => {
      services.intakes.pause(input.intake);
      return {};
    },
  },
  'evidence.resume': {
    type: 'task',
    right: 'evidence.attach',
    input: ofIntake,
    run: async (services, input) => {
      await services.intakes.resume(input.intake);
      return {};
    },
  },
  'evidence.cancel': {
    type: 'task',
    right: 'evidence.attach',
    input: ofIntake,
    run: async (services, input) => {
      await services.intakes.cancel(input.intake);
      return {};
    },
  },
  'evidence.amend': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({ case: id, exhibit: id, amendments: amendmentsShape(exhibitFields) }),
    run: ({ sql, append }, input) => {
      const { kind } = showExhibit(sql, input.case, input.exhibit);
      const amendments = tidyAmendments(kind, input.amendments);
      for (const { field, value } of amendments) {
        if (isItemField(field)) continue;
        if (typeof value !== 'string' && value !== null) throw new CustodiaError('call.invalid', { field });
        if (field === 'name' && (value ?? '').trim() === '')
          throw new CustodiaError('call.invalid', { field });
        if (field === 'collectedOn' && value !== null && value !== '') requireDay(value);
      }
      append(exhibitAmended, input.case, { ...input, amendments });
      return {};
    },
  },
  'evidence.view': {
    type: 'task',
    right: 'case.read',
    input: ofExhibit,
    run: (services, input) => viewExhibit(services, input.case, input.exhibit),
  },
  'evidence.extract': {
    type: 'task',
    right: 'evidence.extract',
    input: z
      .strictObject({ case: id, exhibit: id, folder: z.string().optional(), file: z.string().optional() })
      .refine(({ folder, file }) => (folder === undefined) !== (file === undefined), { path: ['folder'] }),
    run: async (services, input) => {
      const { case: caseId, exhibit } = input;
      const detail = await services.step(exhibitDetail, { case: caseId, exhibit });
      const chosen = services.handles.take(input.file ?? input.folder ?? '');
      const name = safeFileName(String(detail.fields.name.value ?? ''), detail.number);
      const path = input.file === undefined ? join(chosen, name) : chosen;
      // Before the content leaves: what left must never be missing from the record.
      await services.step(recordAccess, { case: caseId, exhibit, what: 'evidence.extracted' });
      await services.session().blobs.extractTo(detail.blob, path, detail.sha256);
      return { name: basename(path) };
    },
  },
  'evidence.verify': {
    type: 'task',
    right: 'case.read',
    input: ofExhibit,
    run: async (services, input) => {
      const { blob, sha256, number } = await services.step(exhibitDetail, input);
      const what = await services.session().blobs.problemWith(blob, sha256);
      return { valid: what === null, problems: what === null ? [] : [{ item: number, what }] };
    },
  },
} satisfies Procedures;
