import type { Feature } from '../feature.ts';
import { seizureKinds } from './entries.ts';

/** Seized assets: what they are, whose, what they are worth, and how the measure went. */
export const seizures: Feature = {
  name: 'seizures',
  kinds: seizureKinds,
  views: { tables: {}, apply: {} },
  procedures: {},
  steps: [],
};
