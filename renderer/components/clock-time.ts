/** Seconds as `1:02:03.450`, to cite a moment of a recording in a record. */
export function clockTime(seconds: number): string {
  // By way of microseconds: 2.3 s is a hair less than that in binary, and would be cited as 2.299.
  const thousandths = Math.floor(Math.round(seconds * 1_000_000) / 1000);
  const whole = Math.floor(thousandths / 1000);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const clock = parts
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
  return `${clock}.${String(thousandths % 1000).padStart(3, '0')}`;
}

/** Seconds of what a person types as a moment: `1:02:03.450`, `2:03`, `75,5`. Null where it is none. */
export function parseClock(text: string): number | null {
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (match === null) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  if (match[2] !== undefined && part(3) > 59) return null;
  if (match[1] !== undefined && part(2) > 59) return null;
  const thousandths = Number((match[4] ?? '').padEnd(3, '0'));
  // Counted in whole thousandths and divided once: 21.577 must stay 21.577.
  return ((part(1) * 3_600 + part(2) * 60 + part(3)) * 1_000 + thousandths) / 1_000;
}
