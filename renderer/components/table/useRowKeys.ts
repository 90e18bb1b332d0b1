import { type KeyboardEvent, useState } from 'react';

interface Keys {
  readonly count: number;
  /** Rows that fit in sight, for Page Up and Page Down. */
  readonly page: number;
  readonly reveal: (index: number) => void;
  readonly open: (index: number) => void;
  readonly mark: (index: number) => void;
  readonly markAll: () => void;
}

function target(key: string, at: number, { count, page }: Keys): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The row that the keyboard is on, and what keys do there. -1 before the table was entered. */
export function useRowKeys(keys: Keys) {
  const [at, setAt] = useState(-1);
  const active = Math.min(at, keys.count - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const next = target(event.key, active, keys);
    if (next !== null) {
      const within = Math.max(0, Math.min(keys.count - 1, next));
      setAt(within);
      keys.reveal(within);
    } else if (event.key === 'Enter' && active >= 0) keys.open(active);
    else if (event.key === ' ' && active >= 0) keys.mark(active);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) keys.markAll();
    else return;
    event.preventDefault();
  };
  const onFocus = () => {
    if (active < 0 && keys.count > 0) setAt(0);
  };
  return { active, setActive: setAt, onKeyDown, onFocus };
}
