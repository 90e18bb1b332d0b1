import type { PrintForm } from '../model.ts';

/** One custody event as it is printed, in the office's words. */
export interface PrintedEvent {
  readonly event: string;
  /** ISO with offset. */
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  /** What else it says: purpose, seal, order, due date, remarks. */
  readonly remarks: readonly string[];
  readonly author: string;
  /** How the receiver confirmed it. */
  readonly confirmed: string;
  /** It changed hands: giver and receiver sign. */
  readonly signs: boolean;
}

export interface PrintedItem {
  readonly id: string;
  /** As printed in full: `FETP-2026-0001/E-003`; what the code holds. */
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly source: string;
  readonly place: string;
  /** yyyy-MM-dd or empty. */
  readonly collectedOn: string;
  readonly collectedBy: string;
  readonly sha256: string;
  readonly holder: string;
  /** Number of the seal that is on it; empty while it is open. */
  readonly seal: string;
  readonly events: readonly PrintedEvent[];
  /** What the chain does not show to be sound, in words. */
  readonly anomalies: readonly string[];
}

/** The hand-over of a receipt. */
export interface PrintedHandOver {
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly document: string;
  readonly institution: string;
  readonly place: string;
  readonly reason: string;
  readonly dueBack: string;
  readonly note: string;
  readonly confirmed: string;
  /** The receiver's key, `SHA256:…`, and the signature's text; empty where it was signed on paper. */
  readonly signature: string;
}

/** All that is printed, already named in the office's language; the fixed words come from `custody-paper.json`. */
export interface PrintPlan {
  readonly form: PrintForm;
  readonly language: 'es' | 'en';
  readonly timeZone: string;
  readonly office: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly printedAt: string;
  readonly printedBy: string;
  readonly code: 'qr' | 'code128';
  /** From 0: labels of a sheet that are used already. */
  readonly skipLabels: number;
  readonly items: readonly PrintedItem[];
  readonly handOver: PrintedHandOver | null;
}
