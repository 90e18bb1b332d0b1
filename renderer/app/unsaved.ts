import { useEffect } from 'react';

const unsaved = new Set<symbol>();

/** While `is` holds, leaving the place asks first: something there was not kept yet. */
export function useUnsaved(is: boolean): void {
  useEffect(() => {
    if (!is) return;
    const key = Symbol('unsaved');
    unsaved.add(key);
    return () => {
      unsaved.delete(key);
    };
  }, [is]);
}

/** Whether something would be lost by leaving. */
export function isUnsaved(): boolean {
  return unsaved.size > 0;
}
