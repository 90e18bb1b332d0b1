/** Whether a document's number reads like one of the kinds that the pack describes: a hint, never a refusal. */
export function looksLikeDocument(
  text: string,
  types: readonly { readonly abbreviation: string; readonly pattern?: string | undefined }[],
): boolean {
  const number = text.trim();
  return types.some(({ abbreviation, pattern }) => {
    if (pattern === undefined) return number.toUpperCase().startsWith(abbreviation.toUpperCase());
    const bare = number.toUpperCase().startsWith(`${abbreviation.toUpperCase()} `)
      ? number.slice(abbreviation.length + 1)
      : number;
    return new RegExp(pattern, 'u').test(bare) || new RegExp(pattern, 'u').test(number);
  });
}
