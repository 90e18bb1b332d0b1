import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferedFile } from '../../../../electron/core/api/bridge.ts';

/**
 * Files on their way into the case. Picked or dropped files are handed to the shell, which gives a one-time
 * handle for each: no path and no content passes through the page.
 */
export function useAttach() {
  const [offered, setOffered] = useState<readonly OfferedFile[]>([]);
  const claim = useMutation({
    mutationFn: (files: readonly File[]) => window.custodia.claim(files),
    onSuccess: (claimed) => setOffered((before) => [...before, ...claimed]),
  });
  return {
    offered,
    error: claim.error,
    forgetError: claim.reset,
    add: (files: FileList | null) => {
      if (files !== null && files.length > 0) claim.mutate([...files]);
    },
    remove: (handle: string) => setOffered(offered.filter((file) => file.handle !== handle)),
    clear: () => setOffered([]),
  };
}
