import type { KeyboardEvent } from 'react';
import type { Sections } from '../work/work.ts';

/** What every line of the list may do. */
export interface LineActions {
  readonly sections: Sections;
  /** The line whose title is being written. */
  readonly editing: string | null;
  onChange(sections: Sections): void;
  /** Changes, and keeps the focus on a line. */
  onMoved(sections: Sections, id: string): void;
  onNext(id: string, step: 1 | -1): void;
  onEdit(id: string | null): void;
}

/** Lets a line answer to its keys, named in small letters, and not to those that are typed into a field in it. */
export function answerKeys(event: KeyboardEvent, keys: Readonly<Record<string, () => void>>): void {
  if (event.target !== event.currentTarget) return;
  const name = `${event.altKey ? 'alt+' : ''}${event.key.toLowerCase()}`;
  const action = keys[name];
  if (action === undefined || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  action();
}
