import { z } from 'zod';
import { kind } from '../../../journal/kind.ts';
import { provenanceShape } from '../provenance.ts';
import { itemCategories, serialLabels } from './model.ts';

const id = z.string().min(1).max(100);

/** A thing that lies in a store: it has no content of its own. */
export const itemRecorded = kind(
  'evidence.itemRecorded',
  z.strictObject({
    case: id,
    exhibit: id,
    number: z.string(),
    parent: id.optional(),
    category: z.enum(itemCategories),
    name: z.string().min(1).max(1_000),
    provenance: provenanceShape,
    serials: z.array(
      z.strictObject({
        label: z.enum(serialLabels),
        value: z.string().min(1).max(180),
        /** Confirmed as read on the item, against its check digit. */
        sic: z.literal(true).optional(),
      }),
    ),
    quantity: z.number().int().min(1).optional(),
    packaging: z.string().max(500),
    seal: z.string().max(200),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    present: z.array(
      z.strictObject({ name: z.string().max(100), capacity: z.string().max(50), person: id.optional() }),
    ),
    /** Time of day, HH:mm, of the day in the provenance; empty where not known. */
    collectedAt: z.string().max(5),
  }),
);

/** An exhibit was put into another, or taken out. */
export const exhibitPlaced = kind(
  'evidence.placed',
  z.strictObject({ case: id, exhibit: id, parent: id.nullable(), reason: z.string().min(1).max(2_000) }),
);

const rowOfExhibit = z.strictObject({ row: z.number().int(), exhibit: id });
const count = z.number().int().min(0);

/** What came of comparing the case's files with a list that somebody else made. */
export const hashListImported = kind(
  'evidence.hashListImported',
  z.strictObject({
    case: id,
    name: z.string().max(1_000),
    /** Of the list itself. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    counts: z.strictObject({ matches: count, differs: count, unknown: count, unreadable: count }),
    matches: z.array(rowOfExhibit),
    /** Rows with the name of an exhibit and another hash. */
    differs: z.array(rowOfExhibit),
  }),
);

export const itemKinds = [itemRecorded, exhibitPlaced, hashListImported];
