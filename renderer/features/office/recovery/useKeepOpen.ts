import { useEffect } from 'react';
import { call } from '../../../app/core.ts';

const everyMs = 20_000;

/** While a person works outside the frame, the vault's lock timer hears of it: the sheet is not taken away midway. */
export function useKeepOpen(): void {
  useEffect(() => {
    let last = 0;
    const touch = () => {
      if (Date.now() - last < everyMs) return;
      last = Date.now();
      // A vault that is locked by now says so with its own event.
      call('vault.touch', {}).catch(() => undefined);
    };
    const heard = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const name of heard) window.addEventListener(name, touch);
    return () => {
      for (const name of heard) window.removeEventListener(name, touch);
    };
  }, []);
}
