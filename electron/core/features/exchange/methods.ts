import type { InCase, Method } from '../../api/method.ts';

/** What may be called of this register. */
export interface ExchangeMethods {
  /**
   * Writes exhibits with provenance and custody as CASE/UCO JSON-LD into a chosen folder, or the usual one for
   * exports. Each exhibit's content is hashed first: what is damaged is not vouched for.
   */
  'exchange.caseUco': Method<
    InCase & { readonly exhibits: readonly string[]; readonly folder?: string | undefined },
    { readonly path: string; readonly nodes: number; readonly sha256: string }
  >;
}
