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
