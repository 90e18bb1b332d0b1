import type { ExhibitListInput, Viewer } from '../../../../electron/core/features/evidence/model.ts';

export const sortKeys: readonly ExhibitListInput['sort'][] = [
  'number',
  'name',
  'type',
  'size',
  'collectedOn',
  'attachedAt',
];

export const viewerKeys: readonly Viewer[] = [
  'image',
  'pdf',
  'document',
  'sheet',
  'text',
  'mail',
  'archive',
  'audio',
  'video',
  'hex',
  'none',
];
