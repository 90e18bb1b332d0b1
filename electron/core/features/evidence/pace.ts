/** How fast bytes go by, over the last few seconds. */
export interface Pace {
  note(bytesDone: number, now?: number): void;
  bytesPerSecond(): number;
}

const windowMs = 5_000;
/** Of many small files thousands go by in a second: not each is a sample worth keeping. */
const sampleMs = 50;

export function createPace(): Pace {
  let samples: { readonly at: number; readonly bytes: number }[] = [];
  return {
    note: (bytes, now = Date.now()) => {
      if (now - (samples.at(-1)?.at ?? 0) < sampleMs) return;
      samples = [...samples.filter((sample) => now - sample.at <= windowMs), { at: now, bytes }];
    },
    bytesPerSecond: () => {
      const first = samples[0];
      const last = samples.at(-1);
      if (first === undefined || last === undefined || last.at === first.at) return 0;
      return Math.max(0, Math.round(((last.bytes - first.bytes) * 1_000) / (last.at - first.at)));
    },
  };
}
