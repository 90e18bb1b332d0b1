/** `16°29′22.9″ S 68°07′09.5″ O`: a place as maps print it, in the office's language for west. */
export function inDegrees(latitude: number, longitude: number): string {
  return `${part(latitude)} ${latitude < 0 ? 'S' : 'N'} ${part(longitude)} ${longitude < 0 ? 'O' : 'E'}`;
}

function part(value: number): string {
  const tenths = Math.round(Math.abs(value) * 36_000);
  const degrees = Math.floor(tenths / 36_000);
  const minutes = Math.floor((tenths % 36_000) / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1);
  return `${degrees}°${String(minutes).padStart(2, '0')}′${seconds.padStart(4, '0')}″`;
}
