import { printable, word } from './texts.ts';

/** How far long work is, on stderr. */
export interface Meter {
  show(step: string, done: number, total: number): void;
  end(): void;
}

const everyMs = 200;
const everyMsInLines = 2_000;

/**
 * One line written over and over where stderr is a terminal; lines now and then where it was asked for and is none;
 * else nothing.
 */
export function createMeter(wanted: boolean | undefined): Meter {
  const terminal = process.stderr.isTTY;
  if (!terminal && wanted !== true) return { show: () => undefined, end: () => undefined };
  let shownAt = 0;
  let shown = false;
  return {
    show: (step, done, total) => {
      const now = Date.now();
      if (now - shownAt < (terminal ? everyMs : everyMsInLines)) return;
      shownAt = now;
      shown = true;
      const percent = total === 0 ? '' : `${Math.floor((100 * done) / total)} % `;
      const text = percent + printable(word(`step.${step}`, step));
      process.stderr.write(
        terminal ? `\r\u001b[K${text.slice(0, (process.stderr.columns || 80) - 1)}` : `${text}\n`,
      );
    },
    end: () => {
      if (terminal && shown) process.stderr.write('\r\u001b[K');
    },
  };
}
