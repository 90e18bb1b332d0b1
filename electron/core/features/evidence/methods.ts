import type { InCase, Method, Nothing, OfExhibit, Page } from '../../api/method.ts';
import type { Amendment, Verification } from '../../journal/model.ts';
import type {
  ExhibitDetail,
  ExhibitField,
  ExhibitListInput,
  ExhibitRow,
  IntakeState,
  Provenance,
  Survey,
  SurveyChoice,
  ViewTicket,
} from './model.ts';

/** What may be called of this register. */
export interface EvidenceMethods {
  'evidence.list': Method<ExhibitListInput, Page<ExhibitRow>>;
  /** An exhibit by its id or printed number. */
  'evidence.find': Method<{ readonly given: string }, { readonly case: string; readonly exhibit: string }>;
  'evidence.show': Method<OfExhibit & { readonly asOf?: string | undefined }, ExhibitDetail>;
  'evidence.attach': Method<
    InCase & {
      readonly files: readonly string[];
      readonly provenance: Provenance;
      /** The exhibit that the files are part of. */
      readonly parent?: string | undefined;
    },
    IntakeState
  >;
  /** What lies in chosen folders, before anything is attached. The survey is used once. */
  'evidence.survey': Method<{ readonly folders: readonly string[] }, Survey>;
  'evidence.attachSurveyed': Method<
    InCase & {
      readonly survey: string;
      readonly leaveOut: SurveyChoice;
      readonly provenance: Provenance;
      readonly parent?: string | undefined;
    },
    IntakeState
  >;
  'evidence.intakes': Method<{ readonly case?: string | undefined }, readonly IntakeState[]>;
  'evidence.pause': Method<{ readonly intake: string }, Nothing>;
  'evidence.resume': Method<{ readonly intake: string }, Nothing>;
  'evidence.cancel': Method<{ readonly intake: string }, Nothing>;
  'evidence.amend': Method<OfExhibit & { readonly amendments: readonly Amendment<ExhibitField>[] }, Nothing>;
  /** A short-lived ticket: the content is then read from `exhibit/<ticket>`. Recorded as an access. */
  'evidence.view': Method<OfExhibit, ViewTicket>;
  /** Into a chosen folder under the exhibit's own name, or to the chosen `file`: one of the two. */
  'evidence.extract': Method<
    OfExhibit & { readonly folder?: string | undefined; readonly file?: string | undefined },
    { readonly name: string }
  >;
  'evidence.verify': Method<OfExhibit, Verification>;
}
