/** What a spreadsheet takes for the beginning of a formula. */
const startsFormula = /^'*[=+\-@\t\r]/;

/** A text that no spreadsheet works out: where it would, an apostrophe stands before it. */
export function neutral(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** The text again as it was before `neutral`. */
export function plain(text: string): string {
  return startsFormula.test(text) && text.startsWith("'") ? text.slice(1) : text;
}
