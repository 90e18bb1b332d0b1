import type { ProtectedData } from '../../office/jurisdiction.ts';
import type { Audience } from '../model.ts';
import type { ProtectedPerson, WithheldWhy } from './model.ts';

/** What a bundle for somebody would keep back, as far as it can be told without opening a file. */
export interface ProtectedPreview {
  readonly audience: Audience;
  /** It is kept back unless somebody decides otherwise with a reason. */
  readonly protects: boolean;
  readonly people: readonly {
    readonly id: string;
    /** As the file calls the person, and as the bundle will. */
    readonly name: string;
    readonly mark: string;
    readonly kinds: readonly ProtectedData[];
    readonly sealed: ProtectedPerson['sealed'];
  }[];
  /** How many ways of writing are looked for. */
  readonly terms: number;
  /** Exhibits with something to take out. */
  readonly exhibits: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly places: number;
    readonly withheld: WithheldWhy | null;
  }[];
  /** How many were not read yet, so that nothing is known of them. */
  readonly unread: number;
}

export interface PreviewInput {
  readonly case: string;
  readonly audience: Audience;
  readonly exhibits: readonly string[];
}
