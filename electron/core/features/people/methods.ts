import type { InCase, InCaseAsOf, Method, Nothing } from '../../api/method.ts';
import type { Amendment } from '../../journal/model.ts';
import type { PersonAddInput, PersonField, PersonRow, Relation, SealedIdentity } from './model.ts';

/** What may be called of this register. */
export interface PeopleMethods {
  'people.list': Method<InCaseAsOf, readonly PersonRow[]>;
  'people.add': Method<PersonAddInput, { readonly id: string }>;
  'people.amend': Method<
    InCase & { readonly person: string; readonly amendments: readonly Amendment<PersonField>[] },
    Nothing
  >;
  'people.relations': Method<InCaseAsOf, readonly Relation[]>;
  'people.relate': Method<
    InCase & {
      readonly from: string;
      readonly to: string;
      readonly type: string;
      readonly note?: string | undefined;
    },
    { readonly id: string }
  >;
  'people.unrelate': Method<InCase & { readonly relation: string; readonly reason: string }, Nothing>;
  'people.seal': Method<
    InCase & {
      readonly person: string;
      readonly identity: SealedIdentity;
      readonly holders: readonly string[];
    },
    { readonly seal: string }
  >;
  'people.openSeal': Method<
    InCase & { readonly person: string; readonly reason: string; readonly passphrase: string },
    SealedIdentity
  >;
}
