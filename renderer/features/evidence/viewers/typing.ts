import type { KeyboardEvent } from 'react';

/** Whether a key is meant for a field, or for a dialog, which React hands on from elsewhere in the document. */
export function isTyping({ target, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return true;
  return target.matches('input, textarea, select, [contenteditable]');
}
