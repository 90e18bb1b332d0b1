import { z } from 'zod';
import type { Procedures } from '../../../api/procedure.ts';
import { itemCategories } from '../../evidence/index.ts';
import { exhibitKinds, viewers } from '../../evidence/model.ts';
import { audiences } from '../model.ts';
import { compositionShape } from '../shapes.ts';
import { exhibitsByRule } from './by-rule.ts';
import { changesBetween } from './changes.ts';
import { edited } from './edit.ts';
import { draftName } from './entries.ts';
import { keepVersion } from './keep.ts';
import { listDrafts, numberIn, showDraft, versionsOf } from './list.ts';
import { purposes } from './model.ts';
import { requireNamed } from './rules.ts';

const id = z.string().min(1).max(100);
const version = z.int().min(1);
const inCase = z.strictObject({ case: id });
const ofDraft = inCase.extend({ draft: id });
const exhibits = z.array(id).max(10_000).readonly();
const someExhibits = z.array(id).min(1).max(10_000).readonly();
const title = z.string().trim().max(300);
const sectionTitle = z.string().trim().max(200);

const rule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('kind'), kind: z.enum(exhibitKinds) }),
  z.strictObject({ by: z.literal('type'), type: z.enum(viewers) }),
  z.strictObject({ by: z.literal('category'), category: z.enum(itemCategories) }),
  z.strictObject({ by: z.literal('person'), person: id }),
  z.strictObject({ by: z.literal('tag'), tag: z.string().trim().min(1).max(60) }),
  z.strictObject({ by: z.literal('collection'), collection: id }),
]);

const edit = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.enum(['add', 'move']),
    exhibits: someExhibits,
    section: id.optional(),
    before: id.optional(),
  }),
  z.strictObject({ do: z.literal('remove'), exhibits: someExhibits }),
  z.strictObject({ do: z.literal('title'), exhibit: id, title }),
  z.strictObject({ do: z.literal('addSection'), title: sectionTitle, exhibits, before: id.optional() }),
  z.strictObject({ do: z.literal('renameSection'), section: id, title: sectionTitle }),
  z.strictObject({ do: z.literal('moveSection'), section: id, before: id.optional() }),
  z.strictObject({ do: z.literal('removeSection'), section: id }),
  z.strictObject({
    do: z.literal('set'),
    name: draftName.optional(),
    purpose: z.enum(purposes).optional(),
    profile: z.string().min(1).max(60).optional(),
    audience: z.enum(audiences).optional(),
    recipient: z.string().trim().max(120).optional(),
  }),
]);

export const draftProcedures = {
  'bundles.drafts': {
    type: 'query',
    right: 'case.read',
    input: inCase,
    run: ({ sql }, input) => listDrafts(sql, input.case),
  },
  'bundles.draft': {
    type: 'query',
    right: 'case.read',
    input: ofDraft.extend({ version: version.optional() }),
    run: ({ sql }, input) => showDraft(sql, input.case, input.draft, input.version),
  },
  'bundles.versions': {
    type: 'query',
    right: 'case.read',
    input: ofDraft,
    run: ({ sql }, input) => versionsOf(sql, input.case, input.draft),
  },
  'bundles.changes': {
    type: 'query',
    right: 'case.read',
    input: ofDraft.extend({ older: version, newer: version }),
    run: ({ sql }, input) =>
      changesBetween(
        showDraft(sql, input.case, input.draft, input.older),
        showDraft(sql, input.case, input.draft, input.newer),
      ),
  },
  'bundles.byRule': {
    type: 'query',
    right: 'case.read',
    input: inCase.extend({ rule }),
    run: ({ sql }, input) => exhibitsByRule(sql, input.case, input.rule),
  },
  'bundles.saveDraft': {
    type: 'command',
    right: 'bundle.export',
    input: inCase.extend({
      draft: id.optional(),
      saw: z.int().min(0),
      name: draftName,
      purpose: z.enum(purposes),
      composition: compositionShape,
    }),
    run: (context, { case: caseId, draft, saw, ...kept }) =>
      keepVersion(context, { case: caseId, draft: draft ?? null, saw, kept }),
  },
  'bundles.editDraft': {
    type: 'command',
    right: 'bundle.export',
    input: ofDraft.extend({ saw: version, edit }),
    run: (context, { case: caseId, draft, saw, edit: wanted }) => {
      const { name, purpose, composition } = showDraft(context.sql, caseId, draft);
      requireNamed(composition, wanted, numberIn(context.sql, caseId));
      const kept = edited({ name, purpose, composition }, wanted);
      return keepVersion(context, { case: caseId, draft, saw, kept });
    },
  },
  'bundles.preview': {
    type: 'task',
    right: 'bundle.export',
    input: inCase.extend({
      draft: id.optional(),
      title: z.string().trim().min(1).max(200),
      composition: compositionShape,
      redact: z.boolean().optional(),
    }),
    run: (services, input) => services.previews.lay(input),
  },
  'bundles.previewPage': {
    type: 'task',
    right: 'bundle.export',
    input: inCase.extend({ preview: id, volume: z.int().min(0), leaf: z.int().min(0) }),
    run: (services, input) => services.previews.page(input),
  },
  'bundles.endPreview': {
    type: 'task',
    right: 'bundle.export',
    input: inCase,
    run: async (services) => {
      services.previews.end();
      return {};
    },
  },
} satisfies Procedures;
