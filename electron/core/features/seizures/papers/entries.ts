import { z } from 'zod';
import { kind } from '../../../journal/kind.ts';
import { id } from '../shapes.ts';
import { paperFormats } from './model.ts';

/** A document was made of assets and left the program. What it says is not kept: its hash tells whether a paper is it. */
export const paperMade = kind(
  'seizure.paperMade',
  z.strictObject({
    case: id,
    template: z.string().max(100),
    /** The template's name, as the office's language has it. */
    label: z.string().max(300),
    assets: z.array(id).min(1).max(500).readonly(),
    format: z.enum(paperFormats),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Whether its text is another than the register filled in. */
    edited: z.boolean(),
    /** How many facts were left as lines to fill in by hand. */
    gaps: z.number().int().min(0),
    /** The exhibit that it was attached as. */
    exhibit: id.optional(),
  }),
);
