/** The texts that say something, without the space around them; empty ones stay out of what is sent. */
export function filled<T extends Readonly<Record<string, string>>>(
  texts: T,
): Partial<Record<keyof T, string>> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  ) as Partial<Record<keyof T, string>>;
}
