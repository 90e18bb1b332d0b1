import { useEffect, useState } from 'react';

/** Whole seconds that are left, told down; `start` sets them anew. */
export function useCountdown(seconds: number): {
  readonly left: number;
  readonly start: (seconds: number) => void;
} {
  const [left, setLeft] = useState(seconds);
  useEffect(() => setLeft(seconds), [seconds]);
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  return { left, start: setLeft };
}
