import { useEffect, useState } from 'react';

/** What lay in a sealed envelope stands on the screen for so long, and no longer. */
const shownSeconds = 60;

/** Counts down from a minute and ends the showing at nought; gives the seconds that are left. */
export function useShownBriefly(onEnd: () => void): number {
  const [left, setLeft] = useState(shownSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onEnd();
  }, [left, onEnd]);
  return left;
}
