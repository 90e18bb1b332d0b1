import type { ReactNode } from 'react';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import type { FieldValue } from '../../../electron/core/journal/model.ts';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** How a value is typed: `choices` is a list of ids, `lines` a list of texts (string[]); all others one string. `day` is yyyy-MM-dd. */
export type FieldKind = 'text' | 'multiline' | 'lines' | 'day' | 'choice' | 'choices';

/** What a person may set a field to. */
export type Settable = string | readonly string[] | null;

/** An amendment without its field's name: `saw` is what stood when the person began to write. */
export interface FieldChange {
  readonly value: Settable;
  readonly saw: readonly string[];
  readonly reason?: string;
}

/** Where a field's versions are read from (`timeline.field`). */
export interface FieldPlace {
  readonly case: string;
  /** The id of the case, person or exhibit. */
  readonly subject: string;
  readonly field: string;
}

export interface FieldProps {
  readonly label: string;
  readonly field: FieldValue;
  readonly kind?: FieldKind;
  /** For `choice` and `choices`. */
  readonly options?: readonly FieldOption[];
  /** False shows the value only: no right, or the file as it stood on a day. */
  readonly editable?: boolean;
  /** May not be left empty. */
  readonly required?: boolean;
  /** With it the history of the field can be opened. */
  readonly place?: FieldPlace;
  /** Another way to show a value; without it text, days and options are shown as they read. */
  readonly show?: (value: Json) => ReactNode;
  readonly onSave?: (change: FieldChange) => Promise<unknown>;
}
