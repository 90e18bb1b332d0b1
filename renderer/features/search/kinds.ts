import type { HitKind } from '../../../electron/core/features/search/model.ts';

/** In the order in which they are offered. */
export const kinds: readonly HitKind[] = ['case', 'person', 'exhibit', 'asset', 'page', 'speech', 'entry'];
