import type { Ground, LinkType } from '../../../electron/core/features/marking/model.ts';

/** What is offered, in its order; checked against the core's: none may be missing, none be made up. */
function inOrder<K extends string>(all: Readonly<Record<K, true>>): readonly K[] {
  return Object.keys(all) as K[];
}

export const linkTypes = inOrder<LinkType>({
  mentions: true,
  shows: true,
  writtenBy: true,
  belongsTo: true,
  takenAt: true,
});

export const grounds = inOrder<Ground>({
  protectedIdentity: true,
  minor: true,
  undercoverAgent: true,
  thirdParty: true,
  safety: true,
  other: true,
});
