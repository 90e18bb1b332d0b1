import { z } from 'zod';
import { kind } from '../../journal/kind.ts';

const id = z.string().min(1).max(100);
export const damages = ['missing', 'damaged', 'hash differs', 'unreadable'] as const;

/** Exhibits whose content was read whole and has the hash that was written down when it came in. */
export const foundSound = kind(
  'integrity.sound',
  z.strictObject({ case: id, exhibits: z.array(id).min(1).max(500).readonly() }),
);
/** An exhibit whose content is not what it was. */
export const foundDamaged = kind(
  'integrity.damaged',
  z.strictObject({ case: id, exhibit: id, what: z.enum(damages) }),
);

export const integrityKinds = [foundSound, foundDamaged];
