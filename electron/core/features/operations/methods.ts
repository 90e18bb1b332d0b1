import type { InCase, Method, Nothing, Page } from '../../api/method.ts';
import type { TimelinePage } from '../timeline/model.ts';
import type {
  AgentCheckInput,
  AgentIdentity,
  AssignmentInput,
  AuthorisationInput,
  ChargeInput,
  ChargeRow,
  CheckInAlarm,
  CheckInInput,
  CheckInPlanInput,
  CountInput,
  DisclosureInput,
  DisclosureRow,
  EndingItem,
  EndingStep,
  EquipmentInput,
  EquipmentRow,
  ExtensionInput,
  IrregularityInput,
  IrregularityRow,
  LogInput,
  LogRow,
  MemberRole,
  MoneyShown,
  MovementInput,
  OpenEnvelopeInput,
  OperationDetail,
  OperationRow,
  OutsideHolder,
  ReportInput,
  ReportsShown,
  RiskLevel,
  SafetyShown,
  SealInput,
  WrittenFile,
} from './model.ts';

interface InOperation {
  readonly operation: string;
}
interface OfAgent extends InOperation {
  readonly agent: string;
}
interface Made {
  readonly id: string;
}

/** What may be called of this register. Who names an operation is its member, or is refused as if there were none. */
export interface OperationsMethods {
  'operations.list': Method<Nothing, readonly OperationRow[]>;
  /** The id of an operation by its id or number. */
  'operations.find': Method<{ readonly given: string }, Made>;
  'operations.show': Method<InOperation, OperationDetail>;
  /** For a case's team: one line, where the operation's prosecutor allows it. */
  'operations.sealedMaterial': Method<InCase, { readonly exists: boolean }>;
  'operations.open': Method<
    InCase & { readonly name: string; readonly purpose: string; readonly handler?: string | undefined },
    { readonly id: string; readonly number: string }
  >;
  'operations.addMember': Method<InOperation & { readonly user: string; readonly as: MemberRole }, Nothing>;
  'operations.removeMember': Method<
    InOperation & { readonly user: string; readonly reason: string },
    Nothing
  >;
  'operations.tellCase': Method<InOperation & { readonly told: boolean; readonly reason: string }, Nothing>;
  /** The operation's own entries, newest first: nobody but its members sees them. */
  'operations.timeline': Method<
    InOperation & { readonly before?: string | undefined; readonly limit: number },
    TimelinePage
  >;

  'operations.authorise': Method<AuthorisationInput, Made>;
  'operations.extend': Method<ExtensionInput, Made>;
  /** Gives an agent one act of a ruling. */
  'operations.assign': Method<AssignmentInput, Made>;

  /** Code names that are free, drawn from the list. */
  'operations.codeNames': Method<InOperation, readonly string[]>;
  'operations.addAgent': Method<InOperation & { readonly codeName: string }, Made>;
  'operations.check': Method<AgentCheckInput, Nothing>;
  /** Closes the envelope, or makes it anew with other content. */
  'operations.seal': Method<SealInput, { readonly seal: string }>;
  /** Opens it for a holder. On record before the content is out. */
  'operations.openSeal': Method<OpenEnvelopeInput, AgentIdentity>;
  /** Closes it again to other holders; those before can't open it any more. */
  'operations.reseal': Method<
    OpenEnvelopeInput & {
      readonly holders: readonly string[];
      readonly outside?: readonly OutsideHolder[] | undefined;
    },
    { readonly seal: string }
  >;
  /** The sheet that folds into the paper envelope: as a file where the person asked, else as base64 for the window to print. */
  'operations.printEnvelope': Method<
    OpenEnvelopeInput & { readonly folder?: string | undefined },
    { readonly pdf: string; readonly pages: number; readonly path: string }
  >;
  /** The closed envelope as two age files that a holder outside opens with the `age` command. */
  'operations.copyEnvelope': Method<
    OfAgent & { readonly reason: string; readonly folder?: string | undefined },
    { readonly path: string; readonly files: readonly string[] }
  >;
  /** Who took the paper envelope. */
  'operations.handEnvelope': Method<
    OfAgent & {
      readonly to: string;
      readonly when: string;
      readonly place: string;
      readonly note?: string | undefined;
    },
    Nothing
  >;

  'operations.log': Method<
    InOperation & {
      readonly agent?: string | undefined;
      readonly text?: string | undefined;
      readonly from?: string | undefined;
      readonly until?: string | undefined;
      readonly offset: number;
      readonly limit: number;
    },
    Page<LogRow>
  >;
  'operations.write': Method<LogInput, Made>;
  'operations.irregularities': Method<InOperation, readonly IrregularityRow[]>;
  'operations.declare': Method<IrregularityInput, Made>;
  'operations.reports': Method<InOperation, ReportsShown>;
  'operations.report': Method<ReportInput, Made>;
  'operations.charges': Method<InOperation, readonly ChargeRow[]>;
  'operations.charge': Method<ChargeInput, Made & { readonly agentAlone: boolean }>;

  'operations.money': Method<InOperation, MoneyShown>;
  'operations.move': Method<MovementInput, Made>;
  'operations.count': Method<CountInput, Made & { readonly difference: number }>;
  'operations.equipment': Method<InOperation, readonly EquipmentRow[]>;
  'operations.issue': Method<EquipmentInput, Made>;
  'operations.takeBack': Method<
    InOperation & { readonly item: string; readonly returnedOn: string; readonly condition: string },
    Nothing
  >;

  'operations.safety': Method<InOperation, SafetyShown>;
  'operations.planCheckIns': Method<CheckInPlanInput, Nothing>;
  'operations.checkIn': Method<CheckInInput, { readonly next: string }>;
  /** Check-ins that did not come, of all operations of the person asking. */
  'operations.alarms': Method<Nothing, readonly CheckInAlarm[]>;
  'operations.plan': Method<
    InOperation & { readonly text: string; readonly contacts: string; readonly wayOut: string },
    { readonly version: number }
  >;
  'operations.assessRisk': Method<
    InOperation & {
      readonly agent?: string | undefined;
      readonly level: RiskLevel;
      readonly factors: string;
      readonly measures: string;
      readonly when: string;
    },
    Nothing
  >;
  'operations.debrief': Method<
    OfAgent & { readonly when: string; readonly by: string; readonly note: string },
    Nothing
  >;
  /** What has to be done before the end, and what is open of it. */
  'operations.ending': Method<InOperation, readonly EndingItem[]>;
  /** Ends it. What is open needs a reason each. */
  'operations.end': Method<
    InOperation & {
      readonly when: string;
      readonly reason: string;
      readonly open?: readonly { readonly step: EndingStep; readonly reason: string }[] | undefined;
    },
    Nothing
  >;

  'operations.disclosures': Method<InOperation, readonly DisclosureRow[]>;
  /** PDF and JSON for the court or the defence: code names, what is kept back, and by whose order. Recorded. */
  'operations.disclose': Method<DisclosureInput, WrittenFile & { readonly json: string }>;
}
