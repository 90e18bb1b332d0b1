import { z } from 'zod';
import { amendmentsShape } from '../../journal/amend.ts';
import { kind } from '../../journal/kind.ts';
import { exhibitFields } from './model.ts';
import { provenanceShape } from './provenance.ts';

const id = z.string().min(1).max(100);

const intakeFiles = z
  .array(
    z.strictObject({
      path: z.string(),
      name: z.string(),
      size: z.number().int(),
      /** Where it lies in the chosen folder. */
      folder: z.string().optional(),
    }),
  )
  .max(10_000)
  .readonly();

/** What a person chose to attach, written before the first byte is read: so that a crash leaves a list to go on with. */
export const intakeBegun = kind(
  'evidence.intakeBegun',
  z.strictObject({
    case: id,
    intake: id,
    /** The exhibit that all these files are part of. */
    parent: id.optional(),
    provenance: provenanceShape,
    /** The first of them; of many, the rest follows in entries of their own. */
    files: intakeFiles,
  }),
);
/** More files of an intake that was just begun, from number `from` on. */
export const intakeListed = kind(
  'evidence.intakeListed',
  z.strictObject({ case: id, intake: id, from: z.number().int().min(0), files: intakeFiles }),
);
export const intakeEnded = kind(
  'evidence.intakeEnded',
  z.strictObject({ case: id, intake: id, outcome: z.enum(['done', 'cancelled']) }),
);
/** A file of an intake that could not be attached, and why. */
export const intakeFailed = kind(
  'evidence.intakeFailed',
  z.strictObject({ case: id, intake: id, file: z.number().int(), code: z.string() }),
);
export const exhibitAttached = kind(
  'evidence.attached',
  z.strictObject({
    case: id,
    exhibit: id,
    number: z.string(),
    intake: id,
    /** Which of the intake's files. */
    file: z.number().int(),
    name: z.string().min(1).max(1_000),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number().int().min(0),
    type: z.string().max(200),
    blob: z.string(),
    /** The item that it is part of: the photograph of a phone, the extraction of its memory. */
    parent: id.optional(),
    /** Where it lay in the folder that was attached, without its own name: `DCIM/Camera`. */
    path: z.string().max(4_000).optional(),
    /** The file's own times, as its disk had them. */
    createdAt: z.string().optional(),
    modifiedAt: z.string(),
    provenance: provenanceShape,
  }),
);
/** Content that was lost or damaged is back, with the hash that it had: from the original file or from a backup. */
export const exhibitMended = kind(
  'evidence.mended',
  z.strictObject({ case: id, exhibit: id, blob: z.string(), source: z.enum(['file', 'backup']) }),
);
export const exhibitAmended = kind(
  'evidence.amended',
  z.strictObject({ case: id, exhibit: id, amendments: amendmentsShape(exhibitFields) }),
);
/** Reading matters too: who saw or took out an exhibit's content. */
export const accessRecorded = kind(
  'access.recorded',
  z.strictObject({ case: id, exhibit: id, what: z.enum(['evidence.viewed', 'evidence.extracted']) }),
);

export const evidenceKinds = [
  intakeBegun,
  intakeListed,
  intakeEnded,
  intakeFailed,
  exhibitAttached,
  exhibitAmended,
  exhibitMended,
  accessRecorded,
];
