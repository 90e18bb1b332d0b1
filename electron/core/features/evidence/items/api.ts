import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../../api/errors.ts';
import type { Procedures } from '../../../api/procedure.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { showExhibit } from '../list.ts';
import { provenanceShape } from '../provenance.ts';
import { exhibitNumber } from '../rules.ts';
import { exhibitCount } from '../views.ts';
import { exhibitPlaced, itemRecorded } from './entries.ts';
import { compareHashList } from './hashes/import.ts';
import { itemCategories, type RecordedItem, serialLabels } from './model.ts';
import { tidyItem, tidyOccasion, wouldCircle } from './rules.ts';

const id = z.string().min(1).max(100);
const { source, place, collectedOn, collectedBy } = provenanceShape.shape;

const itemShape = z.strictObject({
  name: z.string().max(1_000),
  category: z.enum(itemCategories),
  description: z.string().max(20_000).optional(),
  serials: z
    .array(
      z.strictObject({
        label: z.enum(serialLabels),
        value: z.string().max(180),
        sic: z.literal(true).optional(),
      }),
    )
    .max(20)
    .optional(),
  quantity: z.number().int().min(1).max(999_999_999).optional(),
  packaging: z.string().max(500).optional(),
  seal: z.string().max(200).optional(),
  parent: id.optional(),
  parentRow: z.number().int().min(1).optional(),
});

export const itemProcedures = {
  'evidence.recordItems': {
    type: 'command',
    right: 'evidence.attach',
    input: z.strictObject({
      case: id,
      occasion: z.strictObject({
        source,
        place,
        collectedOn,
        collectedBy,
        collectedAt: z.string().max(5),
        coordinates: z.string().max(200),
        present: z
          .array(
            z.strictObject({
              name: z.string().max(100),
              capacity: z.string().max(50),
              person: id.optional(),
            }),
          )
          .max(20),
      }),
      items: z.array(itemShape).min(1).max(200),
    }),
    run: ({ sql, append }, { case: caseId, occasion, items }) => {
      const { at, present, collectedAt, ...where } = tidyOccasion(occasion);
      const tidy = items.map((item, index) => tidyItem(item, index + 1));
      for (const { person } of present) if (person !== undefined) requirePerson(sql, caseId, person);
      tidy.forEach(({ parent }, index) => {
        if (parent !== undefined) requireItem(sql, caseId, parent, index + 1);
      });
      const recorded: RecordedItem[] = [];
      for (const {
        parentRow,
        parent = recorded[(parentRow ?? 0) - 1]?.exhibit,
        description,
        ...item
      } of tidy) {
        const exhibit = randomUUID();
        const number = nextNumber(sql, caseId);
        const { coordinates: _typed, ...provenance } = where;
        append(itemRecorded, caseId, {
          case: caseId,
          exhibit,
          number,
          ...item,
          serials: [...item.serials],
          ...(parent === undefined ? {} : { parent }),
          provenance: { ...provenance, description },
          ...(at === null ? {} : at),
          present: [...present],
          collectedAt,
        });
        recorded.push({ exhibit, number });
      }
      return recorded;
    },
  },
  'evidence.place': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({
      case: id,
      exhibit: id,
      parent: id.nullable(),
      reason: z.string().trim().min(1).max(2_000),
    }),
    run: ({ sql, append }, input) => {
      const { case: caseId, exhibit, parent } = input;
      const { kind, number, parent: now } = showExhibit(sql, caseId, exhibit);
      if (parent === now) return {};
      if (parent !== null) {
        const into = showExhibit(sql, caseId, parent);
        if (kind === 'item' && into.kind !== 'item')
          throw new CustodiaError('item.parentNotItem', { number: into.number });
        if (wouldCircle(exhibit, parent, (each) => parentOf(sql, each)))
          throw new CustodiaError('item.circle', { number, into: into.number });
      }
      append(exhibitPlaced, caseId, input);
      return {};
    },
  },
  'evidence.hashList': {
    type: 'task',
    right: 'evidence.attach',
    input: z.strictObject({
      case: id,
      file: z.string().max(100),
      write: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
    }),
    run: async (services, { case: caseId, file, write }) => {
      const order = { case: caseId, path: services.handles.take(file), write: write?.sha256 };
      return services.jobs.start('list', caseId, (progress, signal) =>
        compareHashList(services, order, progress, signal),
      );
    },
  },
} satisfies Procedures;

function nextNumber(sql: Sql, caseId: string): string {
  const row = sql.get<{ number: string }>('SELECT number FROM case_file WHERE id = ?', [caseId]);
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'case' });
  return exhibitNumber(row.number, exhibitCount(sql, caseId));
}

function requireItem(sql: Sql, caseId: string, exhibit: string, row: number): void {
  const found = sql.get<{ kind: string }>('SELECT kind FROM exhibit WHERE id = ? AND case_id = ?', [
    exhibit,
    caseId,
  ]);
  if (found?.kind !== 'item') throw new CustodiaError('item.invalid', { row, field: 'parent' });
}

function requirePerson(sql: Sql, caseId: string, person: string): void {
  const found = sql.get('SELECT 1 FROM person WHERE id = ? AND case_id = ?', [person, caseId]);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'person' });
}

function parentOf(sql: Sql, exhibit: string): string | null {
  return (
    sql.get<{ parent: string | null }>('SELECT parent FROM exhibit WHERE id = ?', [exhibit])?.parent ?? null
  );
}
