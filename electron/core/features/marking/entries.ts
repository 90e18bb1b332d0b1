import { z } from 'zod';
import { amendmentsShape } from '../../journal/amend.ts';
import { kind } from '../../journal/kind.ts';
import { collectionFields, grounds, linkKinds, linkTypes, noteFields, regionShows } from './model.ts';

const id = z.string().min(1).max(100);
const reason = z.string().max(2_000);
const fraction = z.number().min(0).max(1);
const page = z.number().int().min(0).max(100_000);
const ofExhibit = { case: id, exhibit: id };

export const rectShape = z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction });
/** A word of the case: short, so that it can be read in a list. */
export const tagWord = z.string().trim().min(1).max(60);
const tagWords = z.array(tagWord).max(50);

export const noteShape = {
  text: z.string().trim().min(1).max(20_000),
  page: page.optional(),
  region: rectShape.optional(),
  /** Seconds in a recording. */
  time: z.number().min(0).max(1_000_000).optional(),
};
export const noted = kind('marking.noted', z.strictObject({ ...ofExhibit, note: id, ...noteShape }));
export const noteAmended = kind(
  'marking.noteAmended',
  z.strictObject({ ...ofExhibit, note: id, amendments: amendmentsShape(noteFields) }),
);
export const noteRemoved = kind('marking.noteRemoved', z.strictObject({ ...ofExhibit, note: id, reason }));

export const tagged = kind(
  'marking.tagged',
  z.strictObject({ ...ofExhibit, add: tagWords, remove: tagWords }),
);

export const linkShape = {
  toKind: z.enum(linkKinds),
  /** The id of a person or an exhibit. */
  to: id.optional(),
  /** The name of a place or a thing. */
  toText: z.string().trim().min(1).max(300).optional(),
  type: z.enum(linkTypes),
  page: page.optional(),
};
export const linked = kind('marking.linked', z.strictObject({ ...ofExhibit, link: id, ...linkShape }));
export const unlinked = kind('marking.unlinked', z.strictObject({ ...ofExhibit, link: id, reason }));

const exhibits = z.array(id).max(10_000);
export const collectionName = z.string().trim().min(1).max(200);
export const collectionMade = kind(
  'marking.collectionMade',
  z.strictObject({ case: id, collection: id, name: collectionName }),
);
/** Into a collection, at its end, and out of it. */
export const collected = kind(
  'marking.collected',
  z.strictObject({ case: id, collection: id, add: exhibits, remove: exhibits, reason: reason.optional() }),
);
export const collectionOrdered = kind(
  'marking.collectionOrdered',
  z.strictObject({ case: id, collection: id, exhibits }),
);
export const collectionAmended = kind(
  'marking.collectionAmended',
  z.strictObject({ case: id, collection: id, amendments: amendmentsShape(collectionFields) }),
);
export const collectionDissolved = kind(
  'marking.collectionDissolved',
  z.strictObject({ case: id, collection: id, reason }),
);

export const redactionShape = {
  /** Rectangles of one page… */
  area: z
    .strictObject({ page, rects: z.array(rectShape).min(1).max(200), shows: z.enum(regionShows).optional() })
    .optional(),
  /** …or a term wherever it stands. Case and accents do not matter. */
  term: z.strictObject({ text: z.string().trim().min(2).max(200), wholeWord: z.boolean() }).optional(),
  ground: z.enum(grounds),
  groundText: z.string().trim().max(300).optional(),
  reason: reason.optional(),
};
/** A part that is kept back from copies that leave the office. The original is not touched. */
export const redacted = kind(
  'marking.redacted',
  z.strictObject({ ...ofExhibit, redaction: id, ...redactionShape }),
);
export const unredacted = kind(
  'marking.unredacted',
  z.strictObject({ ...ofExhibit, redaction: id, reason: reason.min(1) }),
);

export const markingKinds = [
  noted,
  noteAmended,
  noteRemoved,
  tagged,
  linked,
  unlinked,
  collectionMade,
  collected,
  collectionOrdered,
  collectionAmended,
  collectionDissolved,
  redacted,
  unredacted,
];
