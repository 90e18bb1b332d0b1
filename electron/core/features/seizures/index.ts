import type { Feature } from '../feature.ts';
import { seizureProcedures } from './api.ts';
import { seizureKinds } from './entries.ts';
import { seizureViews } from './views.ts';

/** Seized assets: what they are, whose, what they are worth, and how the measure went. */
export const seizures: Feature = {
  name: 'seizures',
  kinds: seizureKinds,
  views: seizureViews,
  procedures: seizureProcedures,
  steps: [],
};
