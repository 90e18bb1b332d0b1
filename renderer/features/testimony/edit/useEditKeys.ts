import { useEffect, useRef } from 'react';
import type { Player } from '../player.ts';
import type { Editing } from './usePieces.ts';

const back = 3;

/**
 * While a transcript is edited these keys reach it wherever the keyboard is, so that the hands stay where the words are
 * typed: F2 plays and halts, F4 goes back three seconds, F8 and F9 set begin and end, Ctrl+Enter adds, Ctrl+Up and
 * Ctrl+Down walk.
 */
export function useEditKeys(editing: Editing, player: Player): void {
  const { chosen } = editing;
  const set = (name: 'start' | 'end') => {
    if (chosen !== null) editing.change(chosen, { [name]: Math.round(player.now() * 1_000) / 1_000 });
  };
  const actions: Readonly<Record<string, () => void>> = {
    f2: player.toggle,
    f4: () => player.seek(player.now() - back),
    f8: () => set('start'),
    f9: () => set('end'),
    'ctrl+enter': () => editing.insert(player.now()),
    'ctrl+arrowup': () => void editing.walk(-1),
    'ctrl+arrowdown': () => void editing.walk(1),
  };
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.shiftKey || document.querySelector('[role="dialog"]') !== null) return;
      const ctrl = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
      const action = latest.current[`${ctrl}${event.key.toLowerCase()}`];
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
