import { useEffect } from 'react';
import { call } from './core.ts';

const everyMs = 30_000;

/** Tells the core that the person is at the keyboard, at most twice a minute: puts off the lock timer. */
export function useIdle(): void {
  useEffect(() => {
    let last = 0;
    const touched = () => {
      if (Date.now() - last < everyMs) return;
      last = Date.now();
      void window.custodia.call('vault.touch', {});
    };
    for (const event of ['keydown', 'pointerdown', 'wheel'] as const)
      window.addEventListener(event, touched, { passive: true });
    return () => {
      for (const event of ['keydown', 'pointerdown', 'wheel'] as const)
        window.removeEventListener(event, touched);
    };
  }, []);
}

let asked = false;

/** Whether the lock that was just told of had been asked for here. Answers once for each lock. */
export function lockWasAsked(): boolean {
  const was = asked;
  asked = false;
  return was;
}

/** Locks the vault now. The core's event takes the person to the unlock screen. */
export function lockNow(): void {
  asked = true;
  void call('vault.lock', {});
}
