export const custodyEvents = ['received', 'transferred', 'sealed', 'opened', 'examined', 'returned'] as const;
export type CustodyEvent = (typeof custodyEvents)[number];

export interface CustodyRecord {
  readonly entry: string;
  readonly event: CustodyEvent;
  /** When it happened, as the person said (ISO with offset). */
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly seal: string;
  readonly note: string;
  /** When it was written down. */
  readonly recordedAt: string;
  readonly author: string;
}

export interface CustodyInput {
  readonly case: string;
  readonly exhibit: string;
  readonly event: CustodyEvent;
  readonly when: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
  readonly seal?: string | undefined;
  readonly note?: string | undefined;
}
