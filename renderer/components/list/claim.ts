/** A handle works once: a file is offered anew for each reading of it. */
export async function claimOne(file: File): Promise<string> {
  const [offered] = await window.custodia.claim([file]);
  return offered?.handle ?? '';
}
