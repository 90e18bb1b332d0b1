/** Seconds as `1:02:03.450`, to cite a moment of a recording in a record. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const thousandths = Math.floor((seconds - whole) * 1000);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const clock = parts
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
  return `${clock}.${String(thousandths).padStart(3, '0')}`;
}
