/** Bytes of plaintext done, of `total`. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

const interval = 100;

/** Tells how far the work is, at most every 100 ms, and once more when all of it is done. */
export function reporter(
  total: number,
  tell: ((progress: Progress) => void) | undefined,
): (bytes: number) => void {
  let done = 0;
  let told = performance.now();
  return (bytes) => {
    done += bytes;
    const now = performance.now();
    if (tell === undefined || (now - told < interval && done < total)) return;
    told = now;
    tell({ done, total });
  };
}
